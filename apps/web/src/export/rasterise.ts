/** An SVG file as a PNG, drawn by the browser itself. */

/** Pixels per pixel of the figure: sharp in print at the usual sizes. */
const SCALE = 2;
/** Canvases beyond this many pixels on a side are refused by some browsers. */
const MOST = 8_192;

/** Throws `export/png` where the browser does not draw the figure. */
export async function rasterise(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(SCALE, MOST / image.naturalWidth, MOST / image.naturalHeight);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("there is no canvas");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob === null) throw new Error("the canvas gave no picture");
    return blob;
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new Error(`export/png: this browser did not draw the figure (${reason}). Save it as SVG instead.`);
  } finally {
    URL.revokeObjectURL(address);
  }
}
