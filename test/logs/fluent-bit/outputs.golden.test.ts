import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { DestinationKind } from '../../../src/logs/destinations/destination-kinds';
import { FLUENT_BIT_SUPPORT } from '../../../src/logs/fluent-bit/support';
import { isCannot } from '../../../src/logs/support/choice';
import { configOf, podOf, problemsOf } from '../log-config';
import { oneOfEach } from '../one-of-each';

const FOLDER = join(__dirname, '..', 'golden', 'fluent-bit');
const { destinations } = FLUENT_BIT_SUPPORT;
const kinds = (Object.keys(destinations) as DestinationKind[]).filter(kind => !isCannot(destinations[kind]));

test.each(kinds)('%s in the spelling of Fluent Bit, with the variables that come from Secrets', kind => {
  const props = { destinations: [oneOfEach(kind)] };
  const secrets = podOf(props).containers[0].env.filter((variable: any) => variable.valueFrom.secretKeyRef).map(({ name }: any) => name);
  const text = Yaml.stringify({ ...configOf(props).pipeline.outputs[0], ...secrets.length > 0 && { '# variables': secrets } });
  const file = join(FOLDER, `${kind}.yaml`);
  if (process.env.UPDATE_GOLDEN) {writeFileSync(file, text);}
  expect(text).toBe(readFileSync(file, 'utf8'));
});

test('there is a golden for each kind, and no other', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(kinds.map(kind => `${kind}.yaml`).sort());
});

test('what Fluent Bit cannot send to is refused', () => {
  const [found] = problemsOf({ destinations: [oneOfEach('vector')] });
  expect(found).toContain('unsupported-by-collector');
  expect(found).toContain('LogDestination.forward');
});
