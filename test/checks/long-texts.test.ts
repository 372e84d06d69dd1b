import { setImmediate } from 'node:timers/promises';
import { credentialsIn, hasPasswordInUrl, isCredential } from '../../src/checks/facts/credentials';
import { printable } from '../../src/cli/printable';
import { FieldLines } from '../../src/cluster/inventory/read/field-lines';
import { plainScalar } from '../../src/cluster/inventory/read/yaml-scalar';
import { checkConfig } from '../../src/logs/fluent-bit/check-config';
import { tagsMeet } from '../../src/logs/fluent-bit/tag-pattern';
import { NameKind, nameFinding } from '../../src/private/names';
import { nearest } from '../../src/private/nearest';
import { documentText } from '../../src/private/yaml/document';
import { runs } from '../support/runs';

/** What looks like the beginning of something, many times, and once in the midst of something else. */
const UNITS = [
  '${', '${a:-', '$(', '$', '::', '://:', 'a://a:', 'eyJ-', 'eyJaaaaaaaaaaaa.', 'xoxb-1', 'AccountKey=', 'authorization ', 'password=',
  'token= ', '"a"="', '- ', ' ', '\n', '\r', '\t', '-', '.', '_', 'a.', 'a/', '*', '*a',
  '{{', '\\', '0', '0_', 'e1', "['", '[0]', '\u202e',
];

/**
 * Twice as long takes twice as long. With `RUNS=10`, work that grows by the square takes longer than a test may; fewer characters show what
 * grows faster.
 */
const LENGTH = runs(100_000);

const texts = UNITS.flatMap(unit => {
  const many = unit.repeat(LENGTH / unit.length);
  return [[unit, many], [`${unit} between letters`, `a=${many}\rz`]];
}) as [string, string][];

const WORK: { readonly [name: string]: (text: string) => void } = {
  'credentials': text => {credentialsIn(text);},
  'credentials of a telling text': text => {credentialsIn(`password${text}`);},
  'a named value': text => {isCredential('api_token', text);},
  'passwords in URLs': text => {hasPasswordInUrl(`http://${text}://`);},
  'a line of output': text => {printable(text);},
  'a plain scalar': text => {plainScalar(text);},
  'the text of a document': text => {documentText({ text }, '');},
  'a likely word': text => {nearest(text, [`${text}a`]);},
  'names that are repaired': text => {
    ([
      'dns-label', 'dns-subdomain', 'port-name', 'env-name', 'config-map-key', 'label-key', 'label-value',
    ] as NameKind[]).forEach(kind => nameFinding(text, kind, 'a name'));
  },
  'a path of a finding': text => {new FieldLines().lineOf({ apiVersion: 'v1', kind: 'Pod', name: 'a', object: {}, source: {} }, text);},
  'tags of Fluent Bit': text => {
    tagsMeet(text, `${text}b`);
    tagsMeet(`*${text}`, text);
  },
  'a configuration of Fluent Bit': text => {
    checkConfig({
      service: {}, parsers: [], multiline_parsers: [], pipeline: {
        inputs: [], filters: [], outputs: [{ name: 'http', match: text, header: [text], http_passwd: text }],
      },
    },
    { allowUnknownKeys: true, variables: new Set(), literals: new Set() });
  },
};

test.each(Object.entries(WORK))('%s of a long text take no more than its length', async (_, work) => {
  for (const [, text] of texts) {
    work(text);
    // a test that never waits does not run out of time
    await setImmediate();
  }
}, 120_000);
