import { Chart } from 'cdk8s';
import { Checks, NodeAgent, NodeAgentProps } from '../../src';
import { codesIn, errorsOf, objectOf, testChart } from '../support/golden';
import { reading } from '../support/refused';

/** An agent with an image and these props, in a chart of its own unless one is given. */
export function makeAgent(props: Partial<NodeAgentProps> = {}, chart: Chart = testChart(), id: string = 'agent'): NodeAgent {
  return new NodeAgent(chart, id, { image: 'example.com/agent:1.0.0', ...props });
}

/** The pod template that such an agent becomes. */
export function templateOf(props: Partial<NodeAgentProps> = {}, chart: Chart = testChart()): any {
  makeAgent(props, chart);
  return objectOf(chart, 'DaemonSet').spec.template;
}

/** The pod spec that such an agent becomes. */
export function podOf(props: Partial<NodeAgentProps> = {}, chart: Chart = testChart()): any {
  return templateOf(props, chart).spec;
}

/** The agent's own container in that pod. */
export function containerOf(props: Partial<NodeAgentProps> = {}, chart: Chart = testChart()): any {
  return podOf(props, chart).containers[0];
}

/** Everything that is wrong with such an agent at synth, without the path that stands before each line. */
export function problemsOf(props: Partial<NodeAgentProps> = {}, chart: Chart = testChart()): string[] {
  makeAgent(props, chart);
  return errorsOf(chart).map(line => line.replace(/^\[test\/agent\] /, ''));
}

/** The codes of everything that is wrong with such an agent at synth. */
export function problemCodesOf(props: Partial<NodeAgentProps> = {}, chart: Chart = testChart()): string[] {
  return codesIn(problemsOf(props, chart));
}

/** Where the rules find something in such an agent: the container, if it is about one, and the path. */
export function placesOf(code: string, props: Partial<NodeAgentProps>, chart: Chart = testChart()): string[] {
  makeAgent(props, chart);
  return Checks.of(chart).findings.filter(found => found.code === code)
    .map(({ container, path }) => [...container === undefined ? [] : [container], path].join(' '));
}

/** The whole message of what is thrown at once, or undefined. */
export function messageOf(act: () => unknown): string | undefined {
  try {
    reading(act)();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A reason that is good enough wherever one is asked for. */
export const WHY = 'what the test needs';
