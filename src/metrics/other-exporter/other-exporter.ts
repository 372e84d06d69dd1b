import { OtherExporterOptions } from './other-exporter-options';
import { exporterAlerts } from '../private/exporter-alerts';
import { ExporterPlace, ExporterProgram } from '../private/exporter-program';

/** Any exporter: its flags are not known, so what is given is written as it is. */
export function otherExporter(options: OtherExporterOptions): ExporterProgram {
  const { application, image, port, metricsPath, healthPath = '/', webConfigFlag, env, hostPaths, files, nodes } = options;
  const noFile = 'it is not said by which flag it takes a web configuration (`webConfigFlag`)';
  return {
    port,
    healthPath,
    metricsPath,
    alerts: exporterAlerts(application, []),
    unprotectable: webConfigFlag === undefined ? new Map([['tls', noFile], ['webConfig', noFile]]) : undefined,
    preset: {
      application,
      image,
      container: { env, hostPaths },
      agent: { nodes },
      files,
    },
    configure: place => ({ args: argsOf(options, place), contribute: () => {} }),
  };
}

function argsOf({ args = [], listenFlag = '--web.listen-address', webConfigFlag }: OtherExporterOptions, place: ExporterPlace): string[] {
  return [
    ...args, `${listenFlag}=${place.listenAddress}`,
    ...place.webConfigFile === undefined ? [] : [`${webConfigFlag}=${place.webConfigFile}`], ...place.args,
  ];
}
