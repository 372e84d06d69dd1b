import { parse } from 'yaml';
import { agentOf, configText, podOf, problemsOf } from './log-config';
import {
  ContainerLogFiles, ContainerLogFormat, LogCollector, LogCondition, LogDestination, LogFileAccess, LogFilter, LogInput, LogRedaction,
  LogState, MultilineLogs, NodeCoverage,
} from '../../src';
import { codesOf, expectGolden, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

const nodes = NodeCoverage.windows();
const configOf = (props: Parameters<typeof agentOf>[0]) => {
  const chart = testChart();
  agentOf({ nodes, ...props }, chart);
  return parse(configText(chart));
};

test('an agent reads the containers of Windows nodes', () => {
  const chart = testChart();
  agentOf({ nodes, destinations: [LogDestination.loki({ url: 'https://loki.example.com' })] }, chart);
  expectGolden('logs-windows', chart);
  expect(codesOf(chart)).toEqual([]);
});

test('namespaces, several inputs and entries of several lines', () => {
  const inputs = [
    LogInput.containers({ namespaces: ['shop', 'web'], excludeNamespaces: ['kube-system'], multiline: [MultilineLogs.java()] }),
    LogInput.files('iis', ['C:\\inetpub\\logs\\LogFiles\\W3SVC1\\*.log'], { exclude: ['C:\\inetpub\\logs\\LogFiles\\W3SVC1\\old*.log'] }),
  ];
  const { pipeline } = configOf({ inputs });
  expect(pipeline.inputs[0]).toMatchObject({
    path: 'C:\\var\\log\\containers\\*_shop_*.log, C:\\var\\log\\containers\\*_web_*.log',
    exclude_path: 'C:\\var\\log\\containers\\*_node-agents_fluent-bit-*.log, C:\\var\\log\\containers\\*_kube-system_*.log',
  });
  // the key that only Linux has would end the program
  expect(pipeline.inputs[0]).not.toHaveProperty('inotify_watcher');
  expect(pipeline.inputs[1]).toMatchObject({
    path: 'C:\\inetpub\\logs\\LogFiles\\W3SVC1\\*.log', db: 'C:\\var\\lib\\fluent-bit\\tail-iis.db',
  });
  expect(podOf({ nodes, inputs }).volumes.map((volume: any) => volume.hostPath?.path)).toContain('C:\\inetpub\\logs\\LogFiles\\W3SVC1');
});

test('the names of pods are read behind the path of the file, whose drive is part of the tag', () => {
  const { pipeline } = configOf({ inputs: [LogInput.containers({ name: 'apps' })] });
  const prefixes = new Set(pipeline.filters.flatMap((filter: any) => filter.kube_tag_prefix ?? []));
  expect([...prefixes]).toEqual(['apps.C.var.log.containers.']);
});

test('Docker has its files elsewhere', () => {
  const paths = podOf({ nodes, inputs: [LogInput.containers({ format: ContainerLogFormat.DOCKER })] }).volumes.flatMap(
    (volume: any) => volume.hostPath?.path ?? [],
  );
  expect(paths).toContain('C:\\ProgramData\\docker\\containers');
});

test('filters and conditions are those of every node', () => {
  const filters = [LogFilter.redact([LogRedaction.emailAddresses()]), LogFilter.drop(LogCondition.namespaces('kube-system'))];
  expect(problemsOf({ nodes, filters })).toEqual([]);
});

test('a directory of the state', () => {
  expect(
    podOf({ nodes, state: LogState.onNodeAt('D:\\logs\\state') }).volumes.find(({ name }: any) => name === 'state').hostPath.path,
  ).toBe('D:\\logs\\state');
});

test.each<[string, Parameters<typeof agentOf>[0], string]>([
  ['Vector', { collector: LogCollector.vector() }, 'use LogCollector.fluentBit() for Windows nodes'],
  ['the OpenTelemetry Collector', { collector: LogCollector.openTelemetryCollector() }, 'use LogCollector.fluentBit() for Windows nodes'],
  ['the journal', { inputs: [LogInput.journal()] }, 'journal of systemd'],
  ['the log of the kernel', { inputs: [LogInput.kernel()] }, 'journal of systemd'],
  ['an audit log of Linux', { inputs: [LogInput.linuxAudit()] }, '/var/log/audit/audit.log'],
  ['rotated files', { inputs: [LogInput.containers({ files: ContainerLogFiles.CURRENT_AND_ROTATED })] }, 'ContainerLogFiles.CURRENT'],
  ['another user of Linux', { access: LogFileAccess.nonRoot(65532) }, 'LogFileAccess.nonRoot'],
  ['a capability of Linux', { access: LogFileAccess.rootBypassingPermissions() }, 'LogFileAccess.rootBypassingPermissions'],
])('%s is refused on Windows nodes', (_, props, said) => {
  const problems = problemsOf({ nodes, ...props });
  expect(problems).toEqual([expect.stringContaining('unsupported-by-collector')]);
  expect(problems[0]).toContain(said);
});

test('the whole message', () => {
  expect(problemsOf({ nodes, inputs: [LogInput.journal()] })).toEqual([
    refusal('unsupported-by-collector', {
      at: 'test/logs', allowed: 'LogInput.containers, LogInput.files', names: ['journal', 'LogInput.journal', 'LogInput.kernel'],
    }),
  ]);
});
