import * as fc from 'fast-check';
import { parse } from 'yaml';
import { DestinationAuth, LogDestination, LogInput, LogValue, SecretKey } from '../../../src';
import { testChart } from '../../support/golden';
import { reading } from '../../support/refused';
import { runs } from '../../support/runs';
import { agentOf, configText } from '../log-config';

// texts of every kind, and those that YAML or Fluent Bit might take for something else
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
  {
    weight: 3, arbitrary: fc.string({
      unit: fc.constantFrom('a', ' ', '"', "'", '\\', '{', '}', '$', ':', '#', ',', '=', '|', '-', '*', '&', '\n', '%'), minLength: 1,
      maxLength: 12,
    }),
  },
  {
    weight: 1, arbitrary: fc.constantFrom(
      'on', 'true', 'null', '~', '1e3', '0x1f', '${HOME}', '- a', 'a: b', '@x', '`x`', '!!str x', '<<', '? x', '--- x', '2026-01-01',
      'x\u2028y', '\u0085',
    ),
  },
);

/** The configuration, or nothing when the text was refused, which must be for a reason. */
function written(props: Parameters<typeof agentOf>[0] | (() => Parameters<typeof agentOf>[0])): any {
  const chart = testChart();
  try {
    reading(() => agentOf(typeof props === 'function' ? props() : props, chart))();
  } catch (error) {
    expect((error as Error).message).toMatch(/^(invalid-log-text|invalid-destination|literal-credential|invalid-path): /);
    return undefined;
  }
  const yaml = configText(chart);
  expect([
    ...yaml.matchAll(/\$\{([^}]*)\}/g),
  ].map(match => match[1]).filter(name => !['NODE_NAME', 'POD_IP', 'LOKI_PASSWORD'].includes(name))).toEqual([]);
  return parse(yaml);
}

const loki = (options: object) => LogDestination.loki({ url: 'http://loki:3100', ...options });

test('any text is a field of every record as it is, or refused', () => {
  fc.assert(fc.property(text, text, (key, value) => {
    const config = written({ fields: { [key]: LogValue.text(value) } });
    if (config) {expect(config.pipeline.inputs[0].processors.logs[0]).toEqual({ name: 'content_modifier', action: 'upsert', key, value });}
  }), { numRuns: runs(30) });
});

test('any text is a header as it is, or refused', () => {
  fc.assert(fc.property(text, value => {
    const config = written(() => ({ destinations: [loki({ headers: { 'X-A': value } })] }));
    if (config) {expect(config.pipeline.outputs[0].header).toEqual([`X-A ${value}`]);}
  }), { numRuns: runs(30) });
});

test('any text is a label as Fluent Bit reads it, or refused, and does not keep variables from being replaced', () => {
  fc.assert(fc.property(text, text, (a, b) => {
    const labels = { a: LogValue.text(a), b: LogValue.text(b), node: LogValue.nodeName() };
    const config = written({ destinations: [loki({ labels, auth: DestinationAuth.basic('me', SecretKey.of('loki', 'password')) })] });
    if (config) {
      expect(readLabels(config.pipeline.outputs[0].labels)).toEqual({ a, b, node: 'node-1' });
      expect(config.pipeline.outputs[0].http_passwd).toBe('${LOKI_PASSWORD}');
    }
  }), { numRuns: runs(30) });
});

test('any path is read as it is, or refused', () => {
  fc.assert(fc.property(text, name => {
    const config = written(() => ({ inputs: [LogInput.files('x', [`/var/log/app/${name}.log`])] }));
    if (config) {expect(config.pipeline.inputs[0].path).toBe(`/var/log/app/${name}.log`.replace(/\/+/g, '/').replace(/\/\.(?=\/)/g, ''));}
  }), { numRuns: runs(30) });
});

/**
 * As Fluent Bit does it: variables first (src/flb_env.c), then a list by commas, blanks trimmed (src/flb_slist.c), then pairs by the first
 * `=`.
 */
function readLabels(value: string): { [name: string]: string } {
  const pairs = replaceVariables(value).split(',').map(pair => pair.replace(/^ +| +$/g, '')).filter(pair => pair !== '');
  return Object.fromEntries(pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

function replaceVariables(value: string): string {
  let result = '';
  let rest = value;
  for (;;) {
    const start = rest.indexOf('${');
    const end = rest.indexOf('}');
    // a brace that closes before one opens ends the replacing
    if (start === -1 || end < start + 3) {return result + rest;}
    result += rest.slice(0, start) + 'node-1';
    rest = rest.slice(end + 1);
  }
}
