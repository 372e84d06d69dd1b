/** What the programs for Vector make of records: each is run by the real compiler. */
export interface ProgramCase {
  readonly name: string;
  /** The agent, by its name in test/logs/vector/samples.ts, and the transform with the program. */
  readonly sample: string;
  readonly transform: string;
  readonly event: object;
  /** What the record becomes. Times are texts here. */
  readonly becomes?: object;
  /** What stands beside the record, for sinks. */
  readonly beside?: object;
  /** What a condition says. */
  readonly says?: boolean;
}

/** A time, which JSON has no word for. */
const TIME = { $time: '2026-01-31T12:00:00.123456789Z' };
const TEXT_TIME = '2026-01-31T12:00:00.123456789Z';

const KUBERNETES = {
  namespace_name: 'shop', pod_name: 'web-1', pod_id: 'u-1', container_name: 'app', docker_id: 'abc',
  labels: { 'app': 'a', 'app.kubernetes.io/name': 'b' },
};
const FILE = '/var/log/pods/shop_web-1_u-1/app/0.log';
const line = (log: string, more: object = {}) => ({
  log, 'stream': 'stdout', '@timestamp': TIME, 'file': FILE, 'kubernetes': KUBERNETES, ...more,
});
const record = (more: object) => ({ 'stream': 'stdout', 'time': TEXT_TIME, '@timestamp': TEXT_TIME, 'kubernetes': KUBERNETES, ...more });
const given = (more: object) => ({ ...record(more), '@timestamp': TIME });

const NAMES = { namespace_name: 'shop', pod_name: 'web-1', pod_id: 'u-1', container_name: 'app' };
const holds = (name: string, transform: string, event: object, says: boolean): ProgramCase => ({
  name, sample: 'every filter', transform, event, says,
});
const filtered = (name: string, filter: number, event: object, becomes: object): ProgramCase =>
  ({ name, sample: 'every filter', transform: `containers-filter-${filter}`, event, becomes });
const starts = (log: string, says: boolean): ProgramCase =>
  ({
    name: `${JSON.stringify(log)} ${says ? 'begins' : 'continues'} an entry`, sample: 'containers with everything',
    transform: 'containers-multiline', event: { log }, says,
  });

export const PROGRAM_CASES: readonly ProgramCase[] = [
  { name: 'text stays text', sample: 'Loki', transform: 'containers-record', event: line('plain'), becomes: record({ log: 'plain' }) },
  {
    name: 'what an application writes never replaces what is known of the line', sample: 'Loki', transform: 'containers-record',
    event: line('{"a":1,"log":{"b":2},"time":"x","stream":"x","kubernetes":"x","@timestamp":5,"timestamp":"kept"}'),
    becomes: record({
      'a': 1, 'log': { b: 2 }, 'timestamp': 'kept', 'app_time': 'x', 'app_stream': 'x', 'app_kubernetes': 'x', 'app_@timestamp': 5,
    }),
  },
  {
    name: 'a line with text behind its JSON stays text', sample: 'Loki', transform: 'containers-record', event: line('{"a":1} b'),
    becomes: record({ log: '{"a":1} b' }),
  },
  { name: 'a list is no record', sample: 'Loki', transform: 'containers-record', event: line('[1]'), becomes: record({ log: '[1]' }) },
  {
    name: 'a pod that is gone keeps its names', sample: 'Loki', transform: 'containers-record', event: line('x', { kubernetes: undefined }),
    becomes: record({ log: 'x', kubernetes: NAMES }),
  },
  {
    name: 'the id of a container is without its runtime', sample: 'Loki', transform: 'containers-record',
    event: line('x', { kubernetes: { ...KUBERNETES, docker_id: 'containerd://abc' } }), becomes: record({ log: 'x' }),
  },
  {
    name: 'the owner of a pod, labels of its namespace, and fields', sample: 'containers with everything', transform: 'containers-record',
    event: line('x', { kubernetes: { ...KUBERNETES, ownerReferences: 'ReplicaSet/web' }, kubernetes_namespace: { labels: { a: 'b' } } }),
    becomes: record({
      log: 'x', cluster: 'a "b" $c {{ d }}', node: 'node-1', kubernetes_namespace: { labels: { a: 'b' } },
      kubernetes: { ...KUBERNETES, ownerReferences: [{ kind: 'ReplicaSet', name: 'web' }] },
    }),
  },
  {
    name: 'a part of a line of the container runtime', sample: 'containers by their files', transform: 'containers-line',
    event: { log: `${TEXT_TIME} stdout P one `, file: FILE },
    becomes: { 'log': 'one ', 'stream': 'stdout', 'partial': true, '@timestamp': TEXT_TIME, 'file': FILE },
  },
  {
    name: 'an empty line', sample: 'containers by their files', transform: 'containers-line',
    event: { log: '2026-01-31T13:00:00.5+01:00 stderr F ', file: FILE },
    becomes: { 'log': '', 'stream': 'stderr', 'partial': false, '@timestamp': '2026-01-31T12:00:00.500Z', 'file': FILE },
  },
  {
    name: 'a line of Docker', sample: 'containers without metadata', transform: 'containers-line',
    event: { log: `{"log":"a\\n","stream":"stdout","time":"${TEXT_TIME}"}`, file: FILE },
    becomes: { 'log': 'a', 'stream': 'stdout', 'partial': false, '@timestamp': TEXT_TIME, 'file': FILE },
  },
  {
    name: 'names of pods with dots come from the file', sample: 'containers by their files', transform: 'containers-record',
    event: {
      'log': 'x', 'stream': 'stdout', 'partial': false, '@timestamp': TIME,
      'file': '/var/log/pods/kube-system_etcd-ip-10-0-0-7.eu.internal_hash/etcd/3.log',
    },
    becomes: record({
      log: 'x',
      kubernetes: { namespace_name: 'kube-system', pod_name: 'etcd-ip-10-0-0-7.eu.internal', pod_id: 'hash', container_name: 'etcd' },
    }),
  },
  {
    name: 'without metadata a record has none', sample: 'containers without metadata', transform: 'containers-record',
    event: { 'log': '{"a":1}', 'stream': 'stdout', 'partial': false, '@timestamp': TIME, 'file': FILE },
    becomes: { 'log': '{"a":1}', 'stream': 'stdout', 'time': TEXT_TIME, '@timestamp': TEXT_TIME },
  },
  {
    name: 'an entry of the journal', sample: 'the journal with a field', transform: 'journal-record',
    event: {
      'log': 'm', 'host': 'n', 'source_type': 'journald', 'PRIORITY': '6', '__CURSOR': 'x', '_SYSTEMD_UNIT': 'a.service',
      '@timestamp': TIME,
    },
    becomes: { 'MESSAGE': 'm', '_HOSTNAME': 'n', 'PRIORITY': '6', '_SYSTEMD_UNIT': 'a.service', 'node': 'node-1', '@timestamp': TEXT_TIME },
  },
  {
    name: 'a line of a file', sample: 'files', transform: 'audit-record',
    event: { 'log': 'm', 'host': 'n', 'source_type': 'file', 'file': '/x', '@timestamp': TIME },
    becomes: { 'log': 'm', '@timestamp': TEXT_TIME },
  },
  {
    name: 'labels without a value are left out', sample: 'Loki', transform: 'loki-record', event: { 'MESSAGE': 'x', '@timestamp': TIME },
    becomes: { 'MESSAGE': 'x', '@timestamp': TEXT_TIME }, beside: { labels: { job: 'vector', node: 'node-1' } },
  },
  {
    name: 'labels, structured metadata and a tenant', sample: 'Loki with everything', transform: 'loki-record',
    event: given({ log: 'x', http: { 'status code': 200 } }),
    becomes: { 'log': 'x', 'http': { 'status code': 200 }, 'kubernetes': KUBERNETES, '@timestamp': TEXT_TIME },
    beside: {
      labels: { App: 'b', node: 'node-1', status: 200, zone: 'a "b" {{ c }} $d 100%' }, metadata: { Uid: 'u-1', pod: 'web-1' },
      tenant: 'shop',
    },
  },
  {
    name: 'the message alone is the line', sample: 'one syslog', transform: 'syslog-record', event: given({
      log: 'x',
    }), becomes: syslog('x'),
  },
  {
    name: 'the message alone is the JSON of an application', sample: 'one syslog', transform: 'syslog-record', event: given({
      a: 1,
    }), becomes: syslog('{"a":1}'),
  },
  {
    name: 'the message alone is that of the journal', sample: 'one syslog', transform: 'syslog-record',
    event: { 'MESSAGE': 'x', 'PRIORITY': '6', '@timestamp': TIME },
    becomes: syslog('x'),
  },
  {
    name: 'dots in the names of fields', sample: 'Elasticsearch with an API key', transform: 'elasticsearch-record',
    event: { 'a.b': 1, 'c': { 'd.e': [{ 'f.g': 2 }] } },
    becomes: { a_b: 1, c: { d_e: [{ f_g: 2 }] }, _id: 'b09b981a5313a36e2ec470e4a9858de656130f7d4d5a876e55a101efa1e7e5cb' },
  },
  {
    name: 'the index of a namespace', sample: 'OpenSearch', transform: 'open-search-record', event: {
      kubernetes: { namespace_name: 'Shop' },
    }, beside: { prefix: 'shop' },
  },
  {
    name: 'the index of lines without a namespace', sample: 'OpenSearch', transform: 'open-search-record', event: {
      log: 'x',
    }, beside: { prefix: 'logs' },
  },
  {
    name: 'the group of a namespace', sample: 'one cloudWatch', transform: 'cloud-watch-record', event: given({}), beside: {
      group: '/shop', node: 'node-1',
    },
  },
  {
    name: 'the group of lines without a namespace', sample: 'one cloudWatch', transform: 'cloud-watch-record', event: {
      log: 'x',
    }, beside: { group: '', node: 'node-1' },
  },
  {
    name: 'the time in a field of its own', sample: 'HTTP', transform: 'http-record', event: { 'log': 'x', '@timestamp': TIME },
    becomes: { log: 'x', date: '2026-01-31T12:00:00.123456Z' },
  },
  {
    name: 'seconds with a fraction', sample: 'HTTP with an array', transform: 'http-record', event: {
      '@timestamp': TIME,
    }, becomes: { at: 1769860800.123456 },
  },
  { name: 'seconds', sample: 'HTTP with objects', transform: 'http-record', event: { '@timestamp': TIME }, becomes: { date: 1769860800 } },
  {
    name: 'milliseconds', sample: 'HTTP with milliseconds', transform: 'http-record', event: {
      '@timestamp': TIME,
    }, becomes: { '@timestamp': 1769860800123 },
  },
  {
    name: 'Datadog', sample: 'one datadog', transform: 'datadog-record', event: { 'log': 'x', 'kubernetes': NAMES, '@timestamp': TIME },
    becomes: {
      message: 'x', kubernetes: NAMES, timestamp: TEXT_TIME, hostname: 'node-1', ddsource: 'kubernetes', service: 'platform',
      ddtags: 'cluster:production,team:platform',
    },
  },
  holds('a text of a list', 'containers-filter-1', { kubernetes: { namespace_name: 'shop' } }, true),
  holds('a text that matches', 'containers-filter-1', { log: 'a12' }, true),
  holds('a field that is there', 'containers-filter-1', { kubernetes: { labels: { 'a/b': '' } } }, true),
  holds('nothing of it', 'containers-filter-1', { log: 'a12b', kubernetes: { labels: { 'a/b': null } } }, false),
  holds('a map has no text', 'containers-filter-1', { log: { a: 'a1' } }, false),
  holds('a line that is dropped', 'containers-filter-2', { path: '/HEALTH' }, false),
  holds('a line that is not dropped', 'containers-filter-2', { path: '/' }, true),
  holds('a lower level', 'containers-filter-3', { level: 'Info' }, false),
  holds('a higher level', 'containers-filter-3', { level: 'ERROR' }, true),
  holds('a level as a number', 'containers-filter-3', { level: 30 }, false),
  holds('an unknown level', 'containers-filter-3', { level: 'loud' }, true),
  holds('no level', 'containers-filter-3', { log: 'x' }, true),
  holds('the first field with a text counts', 'containers-filter-3', { level: { a: 1 }, severity: 'debug' }, false),
  holds('the level of a field', 'loki-when', { severity: 'warn', level: 'error' }, false),
  holds('none of the namespaces', 'stdout-when', { kubernetes: { namespace_name: 'a' } }, false),
  filtered('fields are added', 4, { log: 'x', kubernetes: { labels: { team: 't' } } }, {
    'log': 'x', 'kubernetes': { labels: { team: 't' } }, 'a.b': 'c "d"', 'node': 'node-1', 'team': 't',
  }),
  filtered('fields are renamed', 5, { msg: 'a', message: 'b' }, { message: 'a' }),
  filtered('fields that are not there are not renamed', 5, { message: 'b' }, { message: 'b' }),
  filtered('fields are removed', 6, { 'x': 1, '@y': 2, 'z': 3 }, { z: 3 }),
  filtered('texts are redacted at any depth, but not what is known of the pod', 7,
    { log: 'id-1 x', a: [{ b: 'me@example.com' }], n: 1, kubernetes: { pod_name: 'id-2' } },
    { log: '[gone] x', a: [{ b: '[gone]' }], n: 1, kubernetes: { pod_name: 'id-2' } }),
  filtered('JSON of a field', 8, { payload: '{"a":1,"b":2}', b: 3 }, { a: 1, b: 3 }),
  filtered('what is no JSON stays', 8, { payload: '{"a"' }, { payload: '{"a"' }),
  filtered('pairs', 9, { log: 'a=1 b="c d"' }, { a: '1', b: 'c d' }),
  filtered('more than pairs stays', 9, { log: 'hello a=1' }, { log: 'hello a=1' }),
  filtered('nginx', 10, { log: '::1 - - [31/Jan/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 5' }, {
    remote: '::1', user: '-', time_local: '31/Jan/2026:12:00:00 +0000', method: 'GET', path: '/', code: '200', size: '5',
  }),
  starts('Exception in thread "main" a.B: c', true),
  starts('\tat a.b.C.d(E.java:1)', false),
  starts('\t... 3 more', false),
  starts('Caused by: a.B: c', false),
  starts('Traceback (most recent call last):', true),
  starts('  File "a.py", line 1, in <module>', false),
  starts('ValueError: a', false),
  starts('panic: a', true),
  starts('goroutine 1 [running]:', false),
  starts('main.main()', false),
  starts('\t/a/b.go:1 +0x1', false),
  starts('\tfrom a.rb:1:in `b\'', false),
  starts('2026-01-31 INFO a', true),
];

function syslog(message: string): object {
  return { 'log': message, '@timestamp': TEXT_TIME, 'host': 'node-1', 'app_name': 'production', 'facility': 16, 'severity': 6 };
}
