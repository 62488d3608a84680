// Which parts of a picture look alike in grey. Arguments: a group of parts; a picture of each, as
// base64; and whom to tell.
const [group, pictures, done] = arguments;
const SIZE = 24;

async function look(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const width = Math.min(SIZE * 2, bitmap.width);
  const height = Math.min(SIZE * 2, bitmap.height);
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(bitmap, 0, 0, width, height, 0, 0, width, height);
  const { data } = pen.getImageData(0, 0, width, height);
  const grey = (x, y) => {
    const at = 4 * (y * width + x);
    return 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2];
  };
  let sum = 0;
  let across = 0;
  let down = 0;
  let count = 0;
  for (let y = 1; y < height; y += 1) {
    for (let x = 1; x < width; x += 1) {
      sum += grey(x, y);
      across += Math.abs(grey(x, y) - grey(x - 1, y));
      down += Math.abs(grey(x, y) - grey(x, y - 1));
      count += 1;
    }
  }
  return { shade: sum / count, across: across / count, down: down / count };
}

(async () => {
  const looks = await Promise.all(pictures.map(look));
  const found = [];
  looks.forEach((one, at) => looks.slice(at + 1).forEach((other, after) => {
    // A shade, or how often it changes in a direction, must differ by what an eye sees.
    const differs = Math.abs(one.shade - other.shade) > 18
      || Math.abs(one.across - other.across) > 5 || Math.abs(one.down - other.down) > 5;
    const [first, second] = [group.parts[at], group.parts[at + 1 + after]];
    if (!differs && first.name !== second.name) {
      found.push(`alike: ${first.name} and ${second.name} in a ${group.name}: ${JSON.stringify([one, other])}`);
    }
  }));
  done(found);
})();
