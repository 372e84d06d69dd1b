/**
 * SELinux labels of a process.
 */
export interface SeLinuxOptions {
  /**
   * The type, such as `spc_t`.
   *
   * @default - the type that the runtime gives
   */
  readonly type?: string;

  /**
   * The level, such as `s0`.
   *
   * @default - the level that the runtime gives
   */
  readonly level?: string;

  /**
   * The user.
   *
   * @default - the user that the runtime gives
   */
  readonly user?: string;

  /**
   * The role.
   *
   * @default - the role that the runtime gives
   */
  readonly role?: string;
}
