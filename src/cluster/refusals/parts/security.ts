import { isGiven, listOf, missing, PartRule, PartRules, repeated, unwanted, wrong } from './part-rule';

/** Profiles of seccomp and AppArmor: the name of a file of the node where that is asked for, and none otherwise. */
const profile = (what: string): PartRule => function* ({ type, localhostProfile }) {
  if (type === 'Localhost'
    && !isGiven(localhostProfile)) {yield missing('.localhostProfile', ': the type Localhost means a profile of the node');}
  if (type !== 'Localhost' && isGiven(localhostProfile)) {
    yield unwanted('.localhostProfile', `with ${what} type ${type}`, 'leave it out, or set the type to Localhost');
  }
};

const appArmor: PartRule = function* ({ type, localhostProfile }) {
  if (type !== 'Localhost' || typeof localhostProfile !== 'string') {return;}
  if (localhostProfile === '' || localhostProfile.trim() !== localhostProfile) {
    yield wrong('.localhostProfile', 'the name of the profile is empty, or has blanks around it', {
      code: 'invalid-path', given: `'${localhostProfile}'`, fix: 'name the profile as the node does',
    });
  }
};

const container: PartRule = function* ({ allowPrivilegeEscalation, privileged, capabilities }) {
  if (allowPrivilegeEscalation !== false) {return;}
  const because = privileged === true
    ? 'privileged'
    : Array.isArray(capabilities?.add) && capabilities.add.includes('CAP_SYS_ADMIN') ? 'CAP_SYS_ADMIN' : undefined;
  if (because !== undefined) {
    yield wrong('.allowPrivilegeEscalation', `a container with ${because} has more privileges than this allows`, {
      given: 'false', fix: `leave it out, or do without ${because}`,
    });
  }
};

const sysctls: PartRule = function* ({ sysctls: all }) {
  yield* repeated(listOf(all), index => `.sysctls[${index}].name`, each => each.name);
};

export const SECURITY_PARTS: PartRules = {
  AppArmorProfile: [profile('the AppArmor'), appArmor],
  PodSecurityContext: [sysctls],
  SeccompProfile: [profile('the seccomp')],
  SecurityContext: [container],
};
