import { CALICO_DEFAULTS } from './defaults';
import { fixedValue } from '../../private/default-row';
import { Release, requireRelease } from '../private/release-range';

/** What differs in the manifests of two minors, but for rights (calico-rules.ts) and parameters of Felix (felix-table.ts). */
interface Minor {
  /** The first patch release whose manifest has CNI 1.0.0 and shows calico-node in which mode the kernel is locked down. */
  readonly lockdownSince: number;
}

/** 3.30 and older have another init container; the manifest after 3.32 has one image for all, and other commands. */
const MINORS: ReadonlyMap<string, Minor> = new Map([['3.31', { lockdownSince: 7 }], ['3.32', { lockdownSince: 2 }]]);

/** A release of Calico, and what its manifest says. */
export interface CalicoRelease extends Release {
  readonly cniVersion: string;
  /** Whether Felix reads below /sys/kernel/security which eBPF programs the kernel lets it load. */
  readonly readsLockdown: boolean;
}

/** @throws unknown-network-version */
export function calicoRelease(version: string | undefined): CalicoRelease {
  const release = requireRelease(version, undefined, {
    program: 'Calico', minors: [...MINORS.keys()], standard: fixedValue(CALICO_DEFAULTS.version),
  });
  const readsLockdown = release.patch >= MINORS.get(release.minor)!.lockdownSince;
  return { ...release, readsLockdown, cniVersion: readsLockdown ? '1.0.0' : '0.3.1' };
}
