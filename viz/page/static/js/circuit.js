// What a circuit comes to. It knows no rule: Python has put the one rule into it (graph/whatif.py), and here is counted.

/**
 * The statuses and findings of a circuit: `{statuses: {step: word}, findings: [{question, subject, certainty}]}`.
 * `isOn(input)` tells whether an input is on.
 *
 * Nodes are numbered from 1. An empty one is the next input; of any other the first number says how many at least of
 * the nodes behind it must be true, each named by how many nodes it lies back. Below 0 the opposite is meant.
 */
export function evaluate({ inputs, nodes, statuses, findings }, isOn) {
  const values = [false];
  let next = 0;
  const isTrueBack = (back) => (back > 0 ? values[values.length - back] : !values[values.length + back]);
  for (const [least, ...counted] of nodes) {
    values.push(least === undefined ? isOn(inputs[next++]) : counted.filter(isTrueBack).length >= least);
  }
  const isTrue = ({ when }) => (when > 0 ? values[when] : !values[-when]);
  // The first that is true counts, and of entries the last one does.
  const words = statuses.filter(isTrue).map(({ step, status }) => [step, status]);
  return { statuses: Object.fromEntries(words.reverse()), findings: findings.filter(isTrue) };
}
