import { Yaml } from 'cdk8s';
import { filledWith, hostileMaps, hostileTexts, objectsOf } from './inputs/texts';
import { Misreading, Readers } from './readers';
import type { Finding } from './report';
import { writtenByUs } from '../../src/private/yaml/hook';

/** What the readers of YAML say of what is written. */
export interface TextReport {
  readonly findings: readonly Finding[];
  readonly readers: number;
  /** Different texts, the places that they stood in, and the kinds of these. */
  readonly texts: number;
  readonly places: number;
  readonly kinds: number;
  readonly maps: number;
  readonly proofs: readonly string[];
}

const AT_ONCE = 200;

/** Every text is read as it was, wherever it stands; and what cdk8s writes safely has its bytes. */
export async function judgeTexts(
  seed: number, files: readonly string[], counts: { readonly texts: number; readonly maps: number },
): Promise<TextReport> {
  const readers = await Readers.start();
  try {
    const proofs = await prove(readers);
    const read = await everyPlace(readers, hostileTexts(seed, counts.texts), objectsOf(files));
    const sameBytes = await bytesOfCdk8s(readers, hostileMaps(seed, counts.maps));
    return { ...read, ...counts, findings: [...read.findings, ...sameBytes], readers: readers.names.size, proofs };
  } finally {
    readers.stop();
  }
}

/** What cdk8s writes of these is misread. Each of the readers must find one at least. */
const BAD: readonly object[] = [
  { a: '0o17' }, { '0o17': 'a' }, { a: '<<' }, { a: '=' }, { a: 'b\u2028c' }, { a: '\u007f' },
  { a: '\tb\nc' }, { a: 'b\tc' }, { a: 1e21 }, { a: `\0\n \n${'b'.repeat(40)}` },
  { a: ['2020-01-01T10:00:00,5Z'] }, { a: 'b\u0085c' }, { a: '1e1_0' },
];

async function prove(readers: Readers): Promise<string[]> {
  const misreadings = await readers.misreadings(BAD.map(each => Yaml.stringify(each)), BAD);
  const unnoticed = BAD.filter((_, index) => misreadings[index].length === 0);
  if (unnoticed.length > 0) {throw new Error(`the readers of YAML do not notice ${JSON.stringify(unnoticed)}`);}
  const found = new Set(misreadings.flat().map(({ reader }) => reader));
  const blind = [...readers.names].filter(reader => !found.has(reader));
  if (blind.length > 0) {throw new Error(`${blind.join(', ')} misread nothing that is known to be bad`);}
  return BAD.map(each => JSON.stringify(each));
}

/** Gives out texts until each stood in several places and each place had many. */
async function everyPlace(
  readers: Readers, texts: readonly string[], objects: readonly any[],
): Promise<Pick<TextReport, 'findings' | 'places' | 'kinds'>> {
  const findings: Finding[] = [];
  const kinds = new Set<string>();
  let given = 0;
  let places = 0;
  const next = () => texts[given++ % texts.length];
  while (given < texts.length * ROUNDS) {
    const filled = objects.map(object => filledWith(object, next));
    filled.forEach(({ kind }) => kinds.add(kind));
    places = filled.reduce((sum, each) => sum + each.places, 0);
    findings.push(...await misread(readers, filled.map(({ object }) => object), filled.map(({ kind }) => kind)));
  }
  return { findings, places, kinds: kinds.size };
}

const ROUNDS = 3;

async function misread(readers: Readers, values: readonly object[], names: readonly string[]): Promise<Finding[]> {
  const written = values.map(value => Yaml.stringify(writtenByUs({ ...value })));
  const misreadings = await readers.misreadings(written, values);
  return written.flatMap((text, index) => misreadings[index].map(each => contradiction('read as written', names[index], text, each)));
}

async function bytesOfCdk8s(readers: Readers, maps: readonly object[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let begin = 0; begin < maps.length; begin += AT_ONCE) {
    const differing = maps.slice(begin, begin + AT_ONCE)
      .map(map => ({ map, ours: Yaml.stringify(writtenByUs({ ...map })), theirs: Yaml.stringify(map) }))
      .filter(({ ours, theirs }) => ours !== theirs);
    const [ofOurs, ofTheirs] = [
      await readers.misreadings(differing.map(({ ours }) => ours), differing.map(({ map }) => map)),
      await readers.misreadings(differing.map(({ theirs }) => theirs), differing.map(({ map }) => map)),
    ];
    differing.forEach(({ ours, theirs }, index) => {
      findings.push(...ofOurs[index].map(each => contradiction('read as written', 'a map', ours, each)));
      // these are always escaped: whether they are kept depends on what stands around them
      if (ofTheirs[index].length === 0 && !/[\u2028\u2029\ufeff]/.test(theirs)) {
        const message = `reads what cdk8s writes as it was: ${JSON.stringify(theirs)}`;
        findings.push(contradiction('bytes of cdk8s', 'a map', ours, { reader: 'every reader', message }));
      }
    });
  }
  return findings;
}

function contradiction(judge: string, input: string, text: string, { reader, message }: Misreading): Finding {
  return { judge, input, document: 0, message: `${reader}: ${message}, in ${JSON.stringify(text).slice(0, 1000)}` };
}
