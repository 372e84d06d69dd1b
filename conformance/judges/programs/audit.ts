/** A request as the audit log of the API server has it. */
interface AuditEvent {
  readonly verb: string;
  readonly user: { readonly username: string };
  readonly objectRef?: {
    readonly apiGroup?: string; readonly resource?: string; readonly subresource?: string; readonly namespace?: string;
    readonly name?: string;
  };
  readonly requestURI: string;
  readonly annotations?: { readonly [name: string]: string };
}

const DECISION = 'authorization.k8s.io/decision';
const ACCOUNT = /^system:serviceaccount:([^:]+):(.+)$/;

/** Whether an account was refused anything. */
export function isRefused(log: string, account: string): boolean {
  return eventsIn(log).some(({ user, annotations }) => user.username.endsWith(`:${account}`) && annotations?.[DECISION] === 'forbid');
}

/** What accounts of manifests were refused, and which of their rights they made no use of. */
export function auditProblems(log: string, manifests: readonly any[]): string[] {
  const accounts = new Set(manifests.filter(({ kind }) => kind === 'ServiceAccount').map(({ metadata }) => metadata.name));
  const events = eventsIn(log).filter(({ user }) => accounts.has(ACCOUNT.exec(user.username)![2]));
  const forbidden = events.filter(({ annotations }) => annotations?.[DECISION] === 'forbid')
    .map(({ user, verb, requestURI }) => `${user.username} may not ${verb} ${requestURI.replace(/\?.*/, '')}`);
  const used = new Set(events.map(({ user: { username }, verb, objectRef }) =>
    keyOf(ACCOUNT.exec(username)![2], verb, objectRef?.apiGroup, resourceOf(objectRef))));
  const unused = granted(manifests).filter((key) => !used.has(key)).map((key) => `a right is never used: ${key}`);
  return [...new Set([...forbidden, ...unused])].sort();
}

/** The requests of service accounts. */
function eventsIn(log: string): AuditEvent[] {
  return log.split('\n').filter((line) => line !== '').map((line): AuditEvent => JSON.parse(line))
    .filter(({ user }) => ACCOUNT.test(user.username));
}

/** As rules spell it: `nodes/status`. */
function resourceOf({ resource, subresource }: NonNullable<AuditEvent['objectRef']> = {}): string | undefined {
  return subresource === undefined ? resource : `${resource}/${subresource}`;
}

function granted(manifests: readonly any[]): string[] {
  return manifests.filter(({ kind }) => /RoleBinding$/.test(kind)).flatMap(({ roleRef, subjects, metadata: { namespace } }) => {
    const role = manifests.find(({ kind, metadata }) => kind === roleRef.kind && metadata.name === roleRef.name
      && metadata.namespace === namespace);
    return role.rules.flatMap(({
      apiGroups, resources, verbs,
    }: any) => subjects.flatMap(({ name }: any) => apiGroups.flatMap((group: string) =>
      resources.flatMap((resource: string) => verbs.map((verb: string) => keyOf(name, verb, group, resource))))));
  });
}

function keyOf(account: string, verb: string, group: string = '', resource: string = ''): string {
  // newer clients get their first list by a watch, and list where the API server does not know that
  return [account, verb === 'list' || verb === 'watch' ? 'list or watch' : verb, resource, group].join(' ').trim();
}
