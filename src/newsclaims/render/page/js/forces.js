// Where the nodes of a network go: they push each other away, edges pull; the same network always comes out the same.

const ROUNDS = 320;

// Give each node {x, y} within width and height; edges are {a, b} by place in nodes, nodes have a radius r.
function layout(nodes, edges, width, height) {
  const points = nodes.map((_, i) => {
    const angle = i * 2.399963; // the golden angle: no two start at one place
    const away = 18 * Math.sqrt(i + 1);
    return { x: away * Math.cos(angle), y: away * Math.sin(angle), dx: 0, dy: 0 };
  });
  const ideal = Math.sqrt((width * height) / Math.max(1, nodes.length)) * 0.72;
  for (let round = 0; round < ROUNDS; round += 1) {
    const heat = (1 - round / ROUNDS) * ideal * 0.4 + 0.5;
    for (const point of points) [point.dx, point.dy] = [-point.x * 0.06, -point.y * 0.1];
    for (let i = 0; i < points.length; i += 1) for (let j = 0; j < i; j += 1) push(points[i], points[j], ideal);
    for (const edge of edges) pull(points[edge.a], points[edge.b], ideal);
    for (const point of points) {
      const length = Math.hypot(point.dx, point.dy) || 1;
      const step = Math.min(length, heat) / length;
      point.x += point.dx * step;
      point.y += point.dy * step;
    }
  }
  return fitted(points, width, height);
}

function push(one, other, ideal) {
  const dx = one.x - other.x;
  const dy = (one.y - other.y) * 1.25; // labels are wide: neighbours had better stand above each other
  const square = dx * dx + dy * dy + 0.01;
  if (square > 6 * ideal * ideal) return; // what is far away does not matter, or unconnected parts would drift off
  const force = (ideal * ideal) / square;
  one.dx += dx * force;
  one.dy += dy * force;
  other.dx -= dx * force;
  other.dy -= dy * force;
}

function pull(one, other, ideal) {
  const dx = one.x - other.x;
  const dy = one.y - other.y;
  const force = Math.hypot(dx, dy) / ideal / 1.6;
  one.dx -= dx * force;
  one.dy -= dy * force;
  other.dx += dx * force;
  other.dy += dy * force;
}

function fitted(points, width, height) {
  const [side, top] = [80, 34];
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [left, right, up, down] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const across = Math.min(2.2, (width - 2 * side) / Math.max(1, right - left));
  const along = Math.min(2.2, (height - 2 * top) / Math.max(1, down - up));
  return points.map((point) => ({
    x: width / 2 + (point.x - (left + right) / 2) * across,
    y: height / 2 + (point.y - (up + down) / 2) * along,
  }));
}
