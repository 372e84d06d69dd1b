/** A field that the typed API can write and that not every supported version knows. */
export interface VersionedField {
  /** The minor from which the field works without a feature gate: a test holds it against the table of fields. */
  readonly since: number;
  /** What to do on older clusters. */
  readonly alternative: string;
}

/** What the typed API must know without loading the table of fields. */
export const VERSIONED_FIELDS = {
  'Container.restartPolicy': { since: 29, alternative: 'use `containers` instead of `sidecars`' },
  'LifecycleHandler.sleep': { since: 30, alternative: 'use LifecycleHook.exec with the `sleep` of the image' },
  'SecurityContext.appArmorProfile': {
    since: 30, alternative: 'set the annotation container.apparmor.security.beta.kubernetes.io/<container> on the pods',
  },
  'PodSecurityContext.appArmorProfile': {
    since: 30, alternative: 'set the annotation container.apparmor.security.beta.kubernetes.io/<container> on the pods',
  },
  'EnvVarSource.fieldRef: status.hostIPs': { since: 29, alternative: 'use PodField.HOST_IP' },
  'VolumeMount.recursiveReadOnly': { since: 31, alternative: 'mount narrower paths read-only' },
  'PodSpec.hostUsers': { since: 33, alternative: 'leave `hostUsers` out' },
} as const satisfies { [field: string]: VersionedField };

export type VersionedFieldName = keyof typeof VERSIONED_FIELDS;
