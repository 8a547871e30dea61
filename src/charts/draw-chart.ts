import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { BarChart } from "echarts/charts";
import { GridComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { type Bars, type Chart, LABEL, lineOf, TITLE } from "./chart.ts";

use([BarChart, GridComponent, TitleComponent, SVGRenderer]);

const fonts = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`),
);
const FONT = "DejaVu Sans";
const GREEN = "#2e7d5b";
const INK = "#1f2933";

/**
 * In pixels: the whole's width and the room beside it; the heights of what stands above, of one bar with its words, of a
 * bar; the size of letters. A phone shows the picture at about 300 pixels, where they are as tall as a message's.
 */
const [WIDTH, SIDE, HEAD, ABOVE, ROW, BAR, LETTER] = [720, 24, 104, 72, 84, 30, 26];

/** Draws a chart as a PNG. Loads its library when it is first called, so import this file only then. */
export async function drawChart(chart: Chart): Promise<Uint8Array> {
  const parts = placed(chart.parts);
  const height = (parts.at(-1)?.end ?? HEAD) + 30;
  const canvas = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  canvas.setOption(optionsOf(chart, parts));
  const svg = canvas.renderToSVGString();
  canvas.dispose();
  const font = { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: FONT };
  return new Resvg(svg, { font, background: "#ffffff" }).render().asPng();
}

type Placed = Bars & { top: number; end: number };

/** Where each lot of bars begins and ends, in pixels from above. */
function placed(parts: Bars[]): Placed[] {
  let top = HEAD;
  return parts.map((part) => {
    const from = top + ABOVE;
    top = from + part.bars.length * ROW;
    return { ...part, top: from, end: top };
  });
}

function optionsOf({ title }: Chart, parts: Placed[]) {
  const heading = (text: string, top: number, fontSize: number) => ({
    ...{ text, left: SIDE, top, padding: 0 },
    textStyle: {
      ...{ fontFamily: FONT, fontSize, fontWeight: "bold" as const, color: INK },
      // The library measures another font, whose letters are narrower.
      ...{ width: 0.74 * WIDTH, overflow: "break" as const, lineHeight: fontSize + 8 },
    },
  });
  return {
    animation: false,
    title: [
      heading(lineOf(title, TITLE), 28, 32),
      ...parts.map((part) => heading(part.title, part.top - 46, 28)),
    ],
    grid: parts.map(({ top, end }) => ({ left: SIDE, right: 90, top, height: end - top })),
    xAxis: parts.map((_, gridIndex) => ({ type: "value" as const, gridIndex, show: false })),
    yAxis: parts.map(({ bars }, gridIndex) => ({
      ...{ type: "category" as const, gridIndex, inverse: true },
      data: bars.map(({ label }) => lineOf(label, LABEL)),
      ...{ axisLine: { show: false }, axisTick: { show: false } },
      // The words stand above their bar.
      axisLabel: {
        ...{ fontFamily: FONT, fontSize: LETTER, color: INK, interval: 0 },
        ...{ inside: true, margin: 0, verticalAlign: "bottom" as const, padding: [0, 0, BAR / 2 + 2, 0] },
      },
    })),
    series: parts.map(({ bars }, n) => ({
      ...{ type: "bar" as const, xAxisIndex: n, yAxisIndex: n, barWidth: BAR, color: GREEN },
      data: bars.map(({ value }) => value),
      label: { show: true, position: "right" as const, fontFamily: FONT, fontSize: LETTER, color: INK },
    })),
  };
}
