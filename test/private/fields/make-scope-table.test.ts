import type { ReleasePaths } from '../../../scripts/fields/scope-table';
import { scopeTable } from '../../../scripts/fields/scope-table';
import { parseScopes } from '../../../src/private/fields/parse-table';

function operation(action: string, kind: string, group: string = ''): { [method: string]: unknown } {
  return { [action]: { 'x-kubernetes-action': action, 'x-kubernetes-group-version-kind': { group, version: 'v1', kind } } };
}

const AGENTS: ReleasePaths = {
  minor: 1,
  paths: {
    '/api/v1/pods': operation('list', 'Pod'),
    '/api/v1/namespaces/{namespace}/pods': { parameters: [], ...operation('post', 'Pod') },
    '/api/v1/namespaces/{namespace}/pods/{name}': operation('get', 'Pod'),
    '/api/v1/namespaces/{namespace}/pods/{name}/eviction': operation('post', 'Eviction', 'policy'),
    '/api/v1/namespaces': operation('post', 'Namespace'),
    '/api/v1/nodes/{name}': operation('get', 'Node'),
    '/apis/example.com/v1/fleets': operation('post', 'Fleet', 'example.com'),
    '/version/': operation('get', 'Version'),
  },
};

test('the paths of resources say which kinds have a namespace', () => {
  expect(scopeTable([AGENTS])).toBe('core Namespace* Node* Pod\nexample.com Fleet*');
});

test('kinds of all releases are in it', () => {
  const later = { minor: 2, paths: { '/apis/example.com/v2/namespaces/{namespace}/ships': operation('post', 'Ship', 'example.com') } };
  expect(scopeTable([AGENTS, later])).toBe('core Namespace* Node* Pod\nexample.com Fleet* Ship');
});

test('fails where releases disagree, and where there is nothing', () => {
  const other = { minor: 2, paths: { '/apis/example.com/v1/namespaces/{namespace}/fleets': operation('post', 'Fleet', 'example.com') } };
  expect(() => scopeTable([AGENTS, other])).toThrow(
    'Fleet of example.com has two scopes, in 1.2: /apis/example.com/v1/namespaces/{namespace}/fleets',
  );
  expect(() => scopeTable([])).toThrow('no release has a path of a resource');
});

test('the reader takes lines that go on', () => {
  expect([...parseScopes('\ncore Node*\n Pod\nexample.com Fleet*\n')]).toEqual([
    ['core/Node', true], ['core/Pod', false], ['example.com/Fleet', true],
  ]);
});
