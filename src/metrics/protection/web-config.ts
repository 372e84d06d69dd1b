import { Listener, Guard } from './guard';
import { MetricsTlsOptions } from './metrics-tls-options';
import { MetricsWebConfigOptions } from './metrics-web-config-options';
import { openPort, probeTiming, publicAddress, startupProbe } from './unprotected';
import { AgentFile } from '../../agent/container/agent-file';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Volume } from '../../agent/container/volume';
import { VolumeMount } from '../../agent/container/volume-mount';
import { ContainerDefaults } from '../../agent/plan/container-defaults';
import { FlagSource, valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { METRICS_DEFAULTS } from '../defaults';

const FOLDER = '/etc/web-config';
const FILE = 'web-config.yaml';

/**
 * The exporter speaks TLS itself, with a certificate from a Secret. It reads the files at each connection, so a renewed one needs no
 * restart.
 */
export function withCertificate(listener: Listener, secretName: string, options: MetricsTlsOptions): Guard {
  const port = Port.container('https-metrics', listener.port);
  const clientCa = options.clientCaKey;
  const settings = [
    'tls_server_config:',
    '  cert_file: tls.crt',
    '  key_file: tls.key',
    ...clientCa === undefined ? [] : ['  client_auth_type: RequireAndVerifyClientCert', '  client_ca_file: ca.crt'],
  ];
  return {
    port,
    listenAddress: publicAddress(listener),
    webConfigFile: `${FOLDER}/${FILE}`,
    insecureHttps: true,
    bearerToken: false,
    asksFor: clientCa === undefined ? undefined : 'a client certificate',
    contribute: ({ container, cluster }) => {
      openPort(container, listener, port);
      const probe = Probe.http(listener.healthPath, port, { ...probeTiming(cluster), https: true });
      const asked: ContainerDefaults = { livenessProbe: probe, readinessProbe: probe, startupProbe: startupProbe(listener, port, true) };
      container.addDefaults(clientCa === undefined ? asked : tcpReadiness(port, cluster));
      container.addFiles(
        AgentFile.text(`${FOLDER}/${FILE}`, `${settings.join('\n')}\n`),
        AgentFile.secret(`${FOLDER}/tls.crt`, secretName, options.certificateKey ?? 'tls.crt'),
        AgentFile.secret(`${FOLDER}/tls.key`, secretName, options.privateKeyKey ?? 'tls.key'),
        ...clientCa === undefined ? [] : [AgentFile.secret(`${FOLDER}/ca.crt`, secretName, clientCa)],
      );
    },
  };
}

/** The exporter is guarded as a whole web configuration in a Secret says. What it says is not known here. */
export function withWebConfig(listener: Listener, secretName: string, options: MetricsWebConfigOptions): Guard {
  const isHttps = options.https ?? true;
  const port = Port.container(isHttps ? 'https-metrics' : 'http-metrics', listener.port);
  return {
    port,
    listenAddress: publicAddress(listener),
    webConfigFile: `${FOLDER}/${options.key ?? FILE}`,
    insecureHttps: isHttps,
    bearerToken: false,
    contribute: ({ container, cluster }) => {
      openPort(container, listener, port);
      container.addDefaults(tcpReadiness(port, cluster));
      container.addVolumeMounts(VolumeMount.of(Volume.secret('web-config', secretName), FOLDER, { readOnly: true }));
    },
  };
}

/** All that the kubelet can ask where it has no credentials. Seldom, since the exporter logs each handshake that is broken off. */
function tcpReadiness(port: Port, cluster: FlagSource): ContainerDefaults {
  return { readinessProbe: Probe.tcp(port, probeTimes(valueOf(METRICS_DEFAULTS.portProbe, cluster))) };
}
