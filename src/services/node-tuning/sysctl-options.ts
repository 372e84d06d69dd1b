/**
 * How a kernel parameter is set.
 */
export interface SysctlOptions {
  /**
   * Whether a kernel without the parameter is passed over: that of a module which is not loaded everywhere, for one. A value that the
   * kernel refuses is an error all the same.
   *
   * @default false - the pod does not start there, and its log says why
   */
  readonly optional?: boolean;
}
