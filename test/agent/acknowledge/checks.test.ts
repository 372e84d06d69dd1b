import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import {
  AgentPlan, Checks, CsiDriver, CsiNodePlugin, ExceptionFile, HostNamespace, LinterAnnotations, LogAgent, LogDestination, MetricsExporter,
  NodeAgent, Port,
} from '../../../src/index';
import { pageOfCode } from '../../../src/private/pages';
import { codesOf, errorsOf } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { reading } from '../../support/refused';

/** An agent on the host network that asks the DNS server of the node: one warning. */
function agentWithWarning(chart: Chart, id: string = 'agent'): NodeAgent {
  const agent = new NodeAgent(chart, id, {
    image: 'example.com/agent:1.0.0', hostNamespaces: [HostNamespace.network('it watches the traffic of the node')],
    args: ['http://a.b.svc'],
  });
  agent.apiObject.addJsonPatch(JsonPatch.replace('/spec/template/spec/dnsPolicy', 'ClusterFirst'));
  return agent;
}

function makeChart(): Chart {
  return new Chart(Testing.app(), 'chart', { namespace: 'agents' });
}

const dns = (chart: Chart) => Checks.of(chart).findings.filter(({ code }) => code === 'host-network-dns');
const REASON = 'it resolves no Service names';

test('findings name the construct, the object and the field', () => {
  const chart = makeChart();
  agentWithWarning(chart);
  expect(dns(chart)).toEqual([{
    code: 'host-network-dns', level: 'warning', refusedBy: 'nobody', constructPath: 'chart/agent', object: 'DaemonSet agents/agent',
    path: 'spec.template.spec.dnsPolicy',
    what: expect.any(String), given: "ClusterFirst; args[0] of the container 'agent'", allowed: 'ClusterFirstWithHostNet',
    fix: expect.any(String), page: pageOfCode('host-network-dns'),
  }]);
});

test('a warning does not stop the synth', () => {
  const chart = makeChart();
  agentWithWarning(chart);
  expect(() => Testing.synth(chart)).not.toThrow();
});

test('where warnings fail, they stop it with all that a finding says', () => {
  const chart = makeChart();
  agentWithWarning(chart);
  Checks.of(chart).failOnWarnings();
  expect(() => Testing.synth(chart)).toThrow(
    refusal('host-network-dns', { at: 'chart/agent', names: ['agents/agent', 'spec.template.spec.dnsPolicy', 'ClusterFirst'] }),
  );
});

test('the errors of a synth have the page of each code once, at the first line about it', () => {
  const app = new App();
  const charts = ['a', 'b'].map(id => new Chart(app, id, { namespace: 'agents' }));
  charts.forEach((chart, index) => ['one', 'two'].forEach(id => new NodeAgent(chart, id, {
    image: 'a:1', name: `${id}-${index}`, args: ['$(MISSING)'], ports: [Port.host('http', 80)],
  })));
  const lines = errorsOf(charts[0]);
  for (const code of ['unset-variable', 'host-port-conflict']) {
    const about = lines.filter(line => line.includes(` ${code}: `));
    expect(about.length).toBeGreaterThan(1);
    expect(about.map(line => line.endsWith(`; docs: ${pageOfCode(code)}`))).toEqual(about.map((_, index) => index === 0));
  }
});

test('what is acknowledged is found with its reason, and stops nothing', () => {
  const chart = makeChart();
  const agent = agentWithWarning(chart);
  Checks.of(chart).failOnWarnings();
  Checks.of(agent).acknowledge({ id: 'host-network-dns', reason: REASON });
  expect(dns(chart).map(({ acknowledged }) => acknowledged)).toEqual([REASON]);
  expect(() => Testing.synth(chart)).not.toThrow();
});

test('the nearest of several reasons is shown', () => {
  const chart = makeChart();
  const agent = agentWithWarning(chart);
  Checks.of(chart).acknowledge({ id: 'host-network-dns', reason: 'nobody here needs Services' });
  Checks.of(agent).acknowledge({ id: 'host-network-dns', reason: REASON });
  expect(dns(chart).map(({ acknowledged }) => acknowledged)).toEqual([REASON]);
});

test('an acknowledgement of one agent says nothing of another', () => {
  const chart = makeChart();
  const one = agentWithWarning(chart, 'one');
  agentWithWarning(chart, 'other');
  Checks.of(one).acknowledge({ id: 'host-network-dns', reason: REASON });
  expect(dns(chart).map(({ constructPath, acknowledged }) => [constructPath, acknowledged])).toEqual([
    ['chart/one', REASON], ['chart/other', undefined],
  ]);
});

test.each([
  ['another path', { path: 'spec.template.spec.dns' }],
  ['another container', { container: 'agent' }],
])('an acknowledgement of %s covers nothing, and is stale', (_, where) => {
  const chart = makeChart();
  const agent = agentWithWarning(chart);
  Checks.of(agent).acknowledge({ id: 'host-network-dns', reason: REASON, ...where });
  expect(dns(chart).map(({ acknowledged }) => acknowledged)).toEqual([undefined]);
  expect(Checks.of(chart).findings.map(({ code, constructPath }) => [code, constructPath])).toContainEqual([
    'stale-acknowledgement', 'chart/agent',
  ]);
});

test('an acknowledgement of a path covers what is below it', () => {
  const chart = makeChart();
  Checks.of(agentWithWarning(chart)).acknowledge({ id: 'host-network-dns', reason: REASON, path: 'spec.template' });
  expect(dns(chart).map(({ acknowledged }) => acknowledged)).toEqual([REASON]);
});

test('a stale acknowledgement stops the synth where warnings fail, wherever it was made', () => {
  const chart = makeChart();
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0' });
  Checks.of(chart).failOnWarnings();
  Checks.of(chart).acknowledge({ id: 'host-network-dns', reason: REASON });
  expect(() => Testing.synth(chart)).toThrow(
    /stale-acknowledgement: chart: host-network-dns is acknowledged, and nothing of it is found.*fix: remove the acknowledgement/,
  );
});

test('unknown checks are refused, with the one that was meant', () => {
  expect(() => Checks.of(makeChart()).acknowledge({ id: 'host-network-dsn', reason: REASON }))
    .toThrow(refusal('unknown-check', { at: 'chart', given: "'host-network-dsn'", allowed: "'host-network-dns'" }));
});

test('an acknowledgement needs a reason that someone can review', () => {
  expect(reading(() => Checks.of(makeChart()).acknowledge({ id: 'host-network-dns', reason: 'ok' }))).toThrow(/^missing-reason: \[chart\]/);
});

test('what the API server itself refuses cannot be acknowledged', () => {
  expect(reading(() => Checks.of(makeChart()).acknowledge({ id: 'pod-security-level', reason: REASON }))).toThrow(
    refusal('check-not-acknowledgeable', { at: 'chart', given: "'pod-security-level'" }),
  );
});

test('what a feature knows is acknowledged with it, users come first, and nothing of it is stale', () => {
  const chart = makeChart();
  const meant = (id: string) => ({
    contribute: (plan: AgentPlan) => plan.acknowledge({ id, reason: 'the feature asks the node for names' }),
  });
  const agent = agentWithWarning(chart);
  agent.addFeature(meant('host-network-dns'));
  agent.addFeature(meant('sensitive-host-path'));
  expect(dns(chart).map(({ acknowledged }) => acknowledged)).toEqual(['the feature asks the node for names']);
  Checks.of(agent).acknowledge({ id: 'host-network-dns', reason: REASON });
  expect(dns(chart).map(({ acknowledged }) => acknowledged)).toEqual([REASON]);
  expect(Checks.of(chart).findings.filter(({ code }) => code === 'stale-acknowledgement')).toEqual([]);
});

test('presets have no warnings of their own', () => {
  const chart = makeChart();
  new LogAgent(chart, 'logs', { destinations: [LogDestination.loki({ url: 'https://loki.example.com' })] });
  new MetricsExporter(chart, 'metrics');
  new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() });
  Checks.of(chart).failOnWarnings();
  expect(() => Testing.synth(chart)).not.toThrow();
});

describe('for other tools', () => {
  const annotationsOf = (chart: Chart): {
    [key: string]: string;
  } => Testing.synth(chart).find(({ kind }) => kind === 'DaemonSet').metadata.annotations ?? {};

  test('reasons are written for the command alone, unless someone asks for more or for less', () => {
    const chart = makeChart();
    const agent = agentWithWarning(chart);
    Checks.of(agent).acknowledge({ id: 'host-network-dns', reason: REASON });
    const written = { 'acknowledged.cdk8s-node-agents/host-network-dns': REASON };
    expect(annotationsOf(chart)).toEqual(written);
    Checks.of(chart).omitReasons();
    expect(annotationsOf(chart)).toEqual({});
    Checks.of(agent).annotateFor(LinterAnnotations.NODE_AGENTS);
    expect(annotationsOf(chart)).toEqual(written);
  });

  test('the command reads what was acknowledged, and how much of it', () => {
    const chart = makeChart();
    const agent = agentWithWarning(chart);
    Checks.of(agent).acknowledge({ id: 'host-network-dns', reason: REASON, path: 'spec.template.spec.dnsPolicy' });
    expect(annotationsOf(chart)).toEqual({
      'acknowledged.cdk8s-node-agents/host-network-dns': `[{"reason":"${REASON}","path":"spec.template.spec.dnsPolicy"}]`,
    });
  });

  test('linters read the reasons of rights, each under its own check', () => {
    const chart = makeChart();
    agentWithWarning(chart);
    [LinterAnnotations.KUBE_LINTER, LinterAnnotations.CHECKOV].forEach(tool => Checks.of(chart).annotateFor(tool));
    expect(annotationsOf(chart)).toEqual({
      'checkov.io/skip19': 'CKV_K8S_19=it watches the traffic of the node',
      'ignore-check.kube-linter.io/host-network': 'it watches the traffic of the node',
      // no policy sees what is on the host network
      'checkov.io/skip2006': 'CKV2_K8S_6=it watches the traffic of the node',
      'ignore-check.kube-linter.io/non-isolated-pod': 'it watches the traffic of the node',
    });
  });

  test.each([
    [
      'Trivy', ExceptionFile.trivy('chart.k8s.yaml'),
      /id: KSV-0009\n {4}paths:\n {6}- .*chart\.k8s\.yaml.*\n {4}statement: it watches the traffic of the node/,
    ],
    ['Kubescape', ExceptionFile.KUBESCAPE, /"C-0041"/],
    ['Kyverno', ExceptionFile.kyverno('kyverno'), /kind: PolicyException/],
  ])('%s reads a file', (_, file, expected) => {
    const chart = makeChart();
    agentWithWarning(chart);
    expect(Checks.of(chart).exceptionFile(file)).toMatch(expected);
  });

  test('a namespace of exceptions must be one', () => {
    expect(reading(() => ExceptionFile.kyverno('Kyverno'))).toThrow(
      refusal('invalid-name', { given: "'Kyverno'", names: ['63'] }),
    );
  });
});

test('checks can be switched off, errors of constructs cannot', () => {
  process.env.NODE_AGENTS_CHECKS = 'off';
  try {
    const chart = makeChart();
    const agent = agentWithWarning(chart);
    Checks.of(chart).failOnWarnings();
    expect(() => Testing.synth(chart)).not.toThrow();
    const other = new NodeAgent(chart, 'other', {
      image: 'example.com/agent:1.0.0', args: ['$(MISSING)'], ports: [Port.host('http', 9100)],
    });
    new NodeAgent(chart, 'third', { image: 'example.com/agent:1.0.0', ports: [Port.host('http', 9100)] });
    expect(() => Testing.synth(chart)).not.toThrow();
    agent.container.addPorts(Port.container('one', 80), Port.container('one', 81));
    other.apiObject.addJsonPatch(JsonPatch.add('/spec/nope/x', 1));
    new NodeAgent(chart, 'fourth', { image: 'example.com/agent:1.0.0', name: 'third' });
    new NodeAgent(chart, 'fifth', { image: 'example.com/agent:1.0.0', overrides: { resources: { limits: { memory: '1Mi' } } } });
    expect([...new Set(codesOf(chart))].sort()).toEqual(expect.arrayContaining([
      expect.stringMatching(/ conflicting-port$/), expect.stringMatching(/\/other\] patch-failed$/),
      expect.stringMatching(/\/fourth\] name-collision$/), expect.stringMatching(/\/fifth\] request-above-limit$/),
    ]));
    expect(codesOf(chart).filter(line => / (host-port-conflict|unset-variable)$/.test(line))).toEqual([]);
  } finally {
    delete process.env.NODE_AGENTS_CHECKS;
  }
});

test('others are seen, and what they do is theirs to know', () => {
  const chart = makeChart();
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0' });
  new ApiObject(chart, 'foreign', {
    apiVersion: 'apps/v1', kind: 'DaemonSet', spec: {
      selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec: { hostNetwork: true, containers: [] } },
    },
  });
  expect(dns(chart)).toEqual([]);
});

describe('on standard error', () => {
  const env = { ...process.env };
  let written: string[] = [];
  beforeEach(() => {
    written = [];
    jest.spyOn(process.stderr, 'write').mockImplementation(text => written.push(String(text)) > 0);
    for (const name of ['JEST_WORKER_ID', 'VITEST', 'NODE_ENV']) {delete process.env[name];}
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.env = { ...env };
  });

  const synth = (hide: boolean = false) => {
    const app = new App({ outdir: Testing.app().outdir });
    for (const id of ['one', 'two']) {
      const chart = new Chart(app, id, { namespace: id });
      agentWithWarning(chart);
      if (hide) {Checks.of(chart).hideWarnings();}
    }
    app.synth();
    return written.join('');
  };

  test('warnings are shown once, however many charts there are', () => {
    expect(synth().match(/\[(one|two)\/agent\] host-network-dns/g)).toEqual([
      '[one/agent] host-network-dns', '[two/agent] host-network-dns',
    ]);
  });

  test('the page of a code is shown once', () => {
    expect(synth().split(pageOfCode('host-network-dns'))).toHaveLength(2);
  });

  test('nothing is shown where they are hidden', () => {
    expect(synth(true)).toBe('');
  });

  test.each([
    ['JEST_WORKER_ID', '1'], ['NODE_ENV', 'test'], ['NODE_AGENTS_WARNINGS', 'off'],
  ])('nothing is shown with %s=%s', (name, value) => {
    process.env[name] = value;
    expect(synth()).toBe('');
  });
});
