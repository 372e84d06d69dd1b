import { Imports } from './import-cycles';

/** Where the presets of a domain have a folder each, and the file that has a factory for each of them. */
const FACTORIES: ReadonlyArray<readonly [folders: RegExp, factory: string]> = [
  [/^(metrics\/[\w-]+-exporter)\//, 'metrics/exporter.ts'],
  [/^(logs\/(?!destinations\/|filters\/|inputs\/|private\/|support\/)[\w-]+)\//, 'logs/log-collector.ts'],
  [/^(network\/(?!private\/|kube-proxy\/|kube-vip\/|metal-lb\/|multus\/|node-local-dns\/)[\w-]+)\//, 'network/cni.ts'],
  [/^(storage\/drivers\/[\w-]+)\//, 'storage/csi-driver.ts'],
  [/^(devices\/drivers\/[\w-]+)\//, 'devices/device-plugin-driver.ts'],
];

/** A preset that no factory makes. */
export interface Unregistered {
  readonly folder: string;
  readonly factory: string;
}

/** Folders of presets of which their factory imports nothing: users could not ask for them. */
export function unregistered(imports: Imports): Unregistered[] {
  return FACTORIES.flatMap(([folders, factory]) => {
    const made = (imports.get(factory) ?? []).map(target => folders.exec(target)?.[1]);
    const all = new Set([...imports.keys()].flatMap(file => folders.exec(file)?.[1] ?? []));
    return [...all].filter(folder => !made.includes(folder)).map(folder => ({ folder, factory }));
  });
}
