import { quote } from '../../private/agent-error';

/** The 34 of `1.34`; undefined where nothing is given. */
export function minorOf(kubernetesVersion: string | undefined): number | undefined {
  if (kubernetesVersion === undefined) {return undefined;}
  const minor = /^v?1\.(\d+)(\.\d+.*)?$/.exec(kubernetesVersion)?.[1];
  if (minor === undefined) {
    throw new Error(
      `kubernetesVersion is a minor version of Kubernetes; given: ${quote(kubernetesVersion)}; fix: write something like '1.34'`,
    );
  }
  return Number(minor);
}
