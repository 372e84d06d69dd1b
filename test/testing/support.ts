import { Chart } from 'cdk8s';
import { LogAgent, LogDestination, MetricsExporter } from '../../src';
import { Manifests } from '../../src/testing/manifests';
import { testChart } from '../support/golden';

/** A chart with a log agent and a metrics exporter, as users write them. */
export function platform(): Chart {
  const chart = testChart('platform');
  new LogAgent(chart, 'logs', { destinations: [LogDestination.loki({ url: 'https://loki.example.com' })] });
  new MetricsExporter(chart, 'metrics');
  return chart;
}

/** What someone else's DaemonSet is about; the rest is as little as can be. */
export interface Foreign {
  readonly name?: string;
  readonly metadata?: object;
  readonly spec?: object;
  readonly podMetadata?: object;
  readonly pod?: object;
  readonly container?: object;
}

/** The manifest of a DaemonSet that someone else wrote. */
export function foreign({ name = 'agent', metadata, spec, podMetadata, pod, container }: Foreign = {}): object {
  return {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name, namespace: 'agents', ...metadata },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name }, ...podMetadata },
        spec: { containers: [{ name: 'agent', image: 'example.com/agent:1.0.0', ...container }], ...pod },
      },
      ...spec,
    },
  };
}

/** Manifests as text: JSON is YAML. */
export function yamlOf(...objects: object[]): string {
  return objects.map(object => JSON.stringify(object, null, 2)).join('\n---\n');
}

/** What can be asserted of such manifests. */
export function manifestsOf(...objects: object[]): Manifests {
  return Manifests.parse(yamlOf(...objects));
}

/** The text of a failure; a test that expects one fails where the assertion holds. */
export function failureOf(assert: () => unknown): string {
  try {
    assert();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the assertion holds');
}

/** Lines as one text. */
export function lines(...texts: string[]): string {
  return texts.join('\n');
}

/**
 * What a failure says in data: the objects that it is about, and the places in them. Without the sentences, which test/wording holds: the
 * first line and the hints. Of what is wanted at a place, names and values are left.
 */
export function placesOf(assert: () => unknown): string {
  return failureOf(assert).split('\n').slice(1).filter(line => !line.startsWith('Hint: '))
    .map(line => line.replace(/(?<=^!! .*wanted: )(.*)$/, withoutWords).trimEnd()).join('\n');
}

function withoutWords(wanted: string): string {
  const isWord = (token: string) => /^[a-z']+[,:;]?$/.test(token);
  const tokens = wanted.split(' ');
  return tokens.filter(isWord).length < 3 ? wanted : tokens.filter(token => !isWord(token)).join(' ');
}
