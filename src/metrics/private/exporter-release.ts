export * from '../../presets/known-release';
