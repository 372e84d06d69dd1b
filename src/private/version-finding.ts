import { finding, Finding, Place } from './finding';

/** Something that the oldest cluster does not know. */
export interface VersionFacts extends Partial<Pick<Place, 'about' | 'path'>> {
  /** What is asked for, such as `the field x of y`. */
  readonly what: string;
  /** The minor that knows it. */
  readonly since: number;
  /** The minor of the oldest cluster. */
  readonly oldest: number;
  /**
   * The oldest cluster, as someone named it.
   * @default - with the option of the target cluster
   */
  readonly given?: string;
  /** What to do on older clusters. */
  readonly alternative: string;
}

export function versionFinding({
  about, path, what, since, oldest, given = `kubernetesVersion 1.${oldest}`, alternative,
}: VersionFacts): Finding {
  return finding({
    about, path, code: 'field-too-new', what: `${what} needs Kubernetes 1.${since}`, given, allowed: `1.${since} or newer`,
    fix: `${alternative}, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there`,
  });
}
