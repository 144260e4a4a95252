// Instead of node:child_process, which brings Node's network with it: loaded where a program is started, and a build starts none.
const load = () => require('node:child_process')

module.exports = {
  execFile: (...given) => load().execFile(...given),
  execFileSync: (...given) => load().execFileSync(...given),
  spawn: (...given) => load().spawn(...given),
}
