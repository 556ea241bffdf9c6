import { findObstacles } from "./findObstacles";

// `npm run release-check -- v0.1.0`: what keeps a tag from being released; the release workflow asks it first.
const [tag = ""] = process.argv.slice(2);
const obstacles = findObstacles(tag);
for (const obstacle of obstacles) {
    console.error(obstacle);
}
process.exitCode = obstacles.length === 0 ? 0 : 1;
