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
  for (const node of nodes) values.push(node.length ? isReached(node, values) : isOn(inputs[next++]));
  const isTrue = ({ when }) => (when > 0 ? values[when] : !values[-when]);
  // The first that is true counts, and of entries the last one does.
  const words = statuses.filter(isTrue).map(({ step, status }) => [step, status]);
  return { statuses: Object.fromEntries(words.reverse()), findings: findings.filter(isTrue) };
}

/** Whether as many of the nodes before it are true as this one asks for. */
function isReached(node, values) {
  let wanted = node[0];
  for (let place = 1; place < node.length && wanted > 0; place += 1) {
    const back = node[place];
    if (back > 0 ? values[values.length - back] : !values[values.length + back]) wanted -= 1;
  }
  return wanted <= 0;
}
