/**
 * A part of the label of a PCI device. The order in labels is fixed: class, vendor, device, subsystem.
 */
export enum PciLabelField {
  /** The class, such as `0302` for a GPU without a display. */
  CLASS = 'class',
  /** The vendor, such as `10de` for NVIDIA. */
  VENDOR = 'vendor',
  /** The model. */
  DEVICE = 'device',
  /** The vendor of the card. */
  SUBSYSTEM_VENDOR = 'subsystem_vendor',
  /** The model of the card. */
  SUBSYSTEM_DEVICE = 'subsystem_device',
}
