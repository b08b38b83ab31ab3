"""How long things take, each as a ratio to something real that is measured in the same run."""
