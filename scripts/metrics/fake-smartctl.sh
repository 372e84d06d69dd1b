#!/bin/sh
# Stands in for smartctl: one disk, which expects to fail.
case "$*" in
  *--scan*) echo '{"devices":[{"name":"/dev/nvme0","type":"nvme"},{"name":"/dev/loop0","type":"ata"}]}' ;;
  *) echo '{"json_format_version":[1,0],"smartctl":{"version":[7,4],"svn_revision":"1","platform_info":"fake","build_info":"fake","exit_status":8},"device":{"name":"/dev/nvme0","type":"nvme","protocol":"NVMe"},"model_name":"Fake","serial_number":"1",
"smart_status":{"passed":false,"nvme":{"value":4}},"nvme_smart_health_information_log":{"critical_warning":4,"temperature":40}}'; exit 8 ;;
esac
