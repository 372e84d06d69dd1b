import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROC_SYS, SET_SYSCTLS } from '../../../src/services/node-tuning/set-sysctls';

let root: string;
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'sysctls-')); });
afterEach(() => rmSync(root, { recursive: true }));

/** Runs the script with files of its own in place of those of the kernel. */
function set(files: { readonly [path: string]: string }, ...settings: string[]) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const {
    status, stdout, stderr,
  } = spawnSync('bash', ['--posix', '-c', SET_SYSCTLS.replaceAll(PROC_SYS, root), 'set-sysctls', ...settings], { encoding: 'utf8' });
  return { status, said: stdout.trim().split('\n'), failed: stderr.trim(), read: (path: string) => readFileSync(join(root, path), 'utf8') };
}

test('values are written to the files of their names, and those from before are reported', () => {
  const { status, said, read } = set({ 'vm/swappiness': '60\n', 'net/ipv4/tcp_rmem': '1\t2\t3\n', 'net/ipv4/conf/eth0.1/rp_filter': '0\n' },
    'vm.swappiness=10', 'net.ipv4.tcp_rmem=4 5 6', 'net/ipv4/conf/eth0.1/rp_filter=2');
  expect(said).toEqual(['vm.swappiness: 60 -> 10', 'net.ipv4.tcp_rmem: 1 2 3 -> 4 5 6', 'net/ipv4/conf/eth0.1/rp_filter: 0 -> 2']);
  expect([status, read('vm/swappiness'), read('net/ipv4/tcp_rmem')]).toEqual([0, '10\n', '4 5 6\n']);
});

test('values are taken as they are', () => {
  const { read } = set({ 'kernel/core_pattern': 'core\n' }, 'kernel.core_pattern=|/bin/* %p "$HOME"=');
  expect(read('kernel/core_pattern')).toBe('|/bin/* %p "$HOME"=\n');
});

test('a parameter that is missing is an error unless it may be, and the others are set all the same', () => {
  const { status, said, failed, read } = set({ 'vm/swappiness': '60\n' }, 'fs.missing=1', '-net.missing=1', 'vm.swappiness=10');
  expect([status, failed]).toEqual([1, 'fs.missing: this kernel does not have it']);
  expect(said).toContain('net.missing: this kernel does not have it, passed over');
  expect(read('vm/swappiness')).toBe('10\n');
});

test('a kernel that makes something else of a value is an error', () => {
  // a file that keeps nothing
  const { status, failed } = set({}, 'dev.null=1');
  expect([status, failed]).toEqual([1, 'dev.null: this kernel does not have it']);
  expect(spawnSync('bash', ['--posix', '-c', SET_SYSCTLS.replaceAll(PROC_SYS, ''), 'set-sysctls', 'dev.null=1'], { encoding: 'utf8' }))
    .toMatchObject({ status: 1, stderr: 'dev.null: the kernel made  of 1\n' });
});
