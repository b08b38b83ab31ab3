"""Model, graph and audit to plain values for screens, papers and other tools; knows neither click nor rich."""
