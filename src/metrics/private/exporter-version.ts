export * from '../../presets/program-version';
