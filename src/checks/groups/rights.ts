import type { Rule } from '../rule';
import { bindingOfOtherAccount } from '../rules/binding-of-other-account';
import { rbacNeverMatches } from '../rules/rbac-never-matches';
import { rbacTooBroad } from '../rules/rbac-too-broad';

/** The rules about roles and their bindings. */
export const RIGHTS_RULES: readonly Rule[] = [
  bindingOfOtherAccount,
  rbacNeverMatches,
  rbacTooBroad,
];
