import { Answer, Received } from './back-end';

/** Why a document is refused; undefined for one that is stored. */
export type Refusal = (document: any) => string | undefined;

/** Answers `_bulk` as Elasticsearch and OpenSearch do: a status for each document. What is stored goes to `keep`. */
export function bulk(keep: (document: any) => void, refusal: Refusal = () => undefined): (received: Received) => Answer {
  const mapped = new Map<string, 'object' | 'value'>();
  return ({ body }) => {
    const lines = body.toString('utf8').split('\n').filter(line => line !== '');
    const items = lines.filter((_, index) => index % 2 === 1).map((line, index) => {
      const [operation] = Object.keys(JSON.parse(lines[index * 2]));
      const problem = duplicateKey(line) ?? refusal(JSON.parse(line)) ?? mappingProblem(JSON.parse(line), mapped);
      if (problem === undefined) {keep(JSON.parse(line));}
      const refused = { status: 400, error: { type: 'document_parsing_exception', reason: problem } };
      return { [operation]: problem === undefined ? { status: 201 } : refused };
    });
    return { status: 200, body: JSON.stringify({ took: 1, errors: items.some(item => Object.values(item)[0].status >= 400), items }) };
  };
}

/** What is at the same time a text and an object in one index is refused, and dots are objects. */
function mappingProblem(document: any, mapped: Map<string, 'object' | 'value'>): string | undefined {
  const paths = pathsOf(document, '');
  for (const [path, kind] of paths) {
    if ((mapped.get(path) ?? kind) !== kind) {return `${path} is ${kind}, and mapped as another kind`;}
  }
  paths.forEach(([path, kind]) => mapped.set(path, kind));
  return undefined;
}

function pathsOf(value: any, path: string): Array<[string, 'object' | 'value']> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {return [[path, 'value']];}
  const self: Array<[string, 'object' | 'value']> = path === '' ? [] : [[path, 'object']];
  return [...self, ...Object.entries(value).flatMap(([key, each]) => {
    const parts = key.split('.');
    const parents = parts.slice(0, -1).map((_, index): [string, 'object'] => [`${path}/${parts.slice(0, index + 1).join('/')}`, 'object']);
    return [...parents, ...pathsOf(each, `${path}/${parts.join('/')}`)];
  })];
}

/** Elasticsearch refuses an object that has a key twice. */
export function duplicateKey(json: string): string | undefined {
  const open: Array<Set<string> | undefined> = [];
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') {open.push(token === '{' ? new Set() : undefined);}
    if (token === '}' || token === ']') {open.pop();}
    if (token.endsWith(':')) {
      const keys = open[open.length - 1]!;
      if (keys.has(token)) {return `duplicate field ${token}`;}
      keys.add(token);
    }
  }
  return undefined;
}
