import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Exporter, MetricsExporter } from '../../src';

/** What is written for an exporter. */
export interface Written {
  readonly spec: any;
  readonly files: { readonly [path: string]: string };
}

/** The container that is written, and its files by their paths. */
export function written(exporter: Exporter, args?: readonly string[]): Written {
  const chart = new Chart(new App(), 'exporters', { namespace: 'monitoring' });
  new MetricsExporter(chart, 'exporter', { exporter, listenOnEveryAddress: true, ...args && { args: [...args] } });
  const objects: any[] = chart.toJson();
  const pod = objects.find(({ kind }) => kind === 'DaemonSet').spec.template.spec;
  const [spec] = pod.containers;
  const files: { [path: string]: string } = {};
  for (const { name, mountPath } of spec.volumeMounts ?? []) {
    const map = pod.volumes.find((volume: any) => volume.name === name)?.configMap;
    const data = map && objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === map.name).data;
    for (const [key, text] of Object.entries<string>(data ?? {})) {files[`${mountPath}/${key}`] = text;}
  }
  return { spec, files };
}

/**
 * The arguments for this machine: its own root in place of what is mounted, a free port, files where they are, and a stand-in for smartctl.
 */
export function placed({ args, volumeMounts = [] }: any, files: Written['files'], port: string, folder: string): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const mounts: string[] = volumeMounts.map(({ mountPath }: any) => mountPath).filter((path: string) => path.startsWith('/host/'));
  const stand = join(__dirname, 'fake-smartctl.sh');
  chmodSync(stand, 0o755);
  return [
    ...args.map((arg: string) => {
      const [, flag, value = ''] = /^(--[^=]+)(?:=([^]*))?$/.exec(arg)!;
      if (flag === '--web.listen-address') {return `${flag}=127.0.0.1:${port}`;}
      if (files[value] !== undefined) {return `${flag}=${join(folder, value)}`;}
      const mount = mounts.find(path => value === path || value.startsWith(`${path}/`));
      return mount === undefined ? arg : `${flag}=${value.replace(mount, mount === '/host/root' ? '' : mount.replace('/host', '')) || '/'}`;
    }),
    ...args.some((arg: string) => arg.startsWith('--smartctl.')) ? [`--smartctl.path=${stand}`] : [],
  ];
}
