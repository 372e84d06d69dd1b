// In an app of your own the plugin comes from the package. Here its sources stand in, so that the example needs no build.
require('ts-node').register({ transpileOnly: true });
module.exports = require('../../src/checks/node-agent-validation');
