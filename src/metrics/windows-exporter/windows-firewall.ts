import type { ContainerProps } from '../../agent/container/container-props';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Resources } from '../../agent/container/resources';

/**
 * Opens a port in the firewall of the node, and leaves one rule however often it runs. Where the service of the firewall does not run there
 * is nothing to open, and asking it for rules would fail.
 */
export function openFirewall(rule: string, port: number, image: string, user: string, resources: Resources): ContainerProps {
  const name = `-Name '${rule}'`;
  const script = [
    '$ErrorActionPreference = \'Stop\'',
    'if ((Get-Service -Name mpssvc).Status -ne \'Running\') { exit 0 }',
    `Remove-NetFirewallRule ${name} -ErrorAction SilentlyContinue`,
    `New-NetFirewallRule ${name} -DisplayName '${rule}' -Direction Inbound -Profile Any -Action Allow -Protocol TCP -LocalPort ${port} | `
      + 'Out-Null',
  ];
  return {
    name: 'firewall',
    image,
    command: ['powershell'],
    args: ['-NoProfile', '-NonInteractive', '-Command', script.join('; ')],
    resources,
    securityContext: ContainerSecurity.windowsHostProcess(user, 'opens the port of the metrics in the firewall of the node'),
  };
}
