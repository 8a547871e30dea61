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

/** Widths and heights in pixels: of the whole, of the words beside bars, of what stands above, of one bar. */
const [WIDTH, LEFT, HEAD, ABOVE, ROW] = [1200, 500, 80, 60, 46];

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
    ...{ text, left: 30, top },
    textStyle: { fontFamily: FONT, fontSize, fontWeight: "bold" as const, color: INK },
  });
  return {
    animation: false,
    title: [
      heading(lineOf(title, TITLE), 24, 30),
      ...parts.map((part) => heading(part.title, part.top - 42, 24)),
    ],
    grid: parts.map(({ top, end }) => ({ left: LEFT, right: 90, top, height: end - top })),
    xAxis: parts.map((_, gridIndex) => ({ type: "value" as const, gridIndex, show: false })),
    yAxis: parts.map(({ bars }, gridIndex) => ({
      ...{ type: "category" as const, gridIndex, inverse: true },
      data: bars.map(({ label }) => lineOf(label, LABEL)),
      ...{ axisLine: { show: false }, axisTick: { show: false } },
      axisLabel: { fontFamily: FONT, fontSize: 22, color: INK, interval: 0 },
    })),
    series: parts.map(({ bars }, n) => ({
      ...{ type: "bar" as const, xAxisIndex: n, yAxisIndex: n, barWidth: 28, color: GREEN },
      data: bars.map(({ value }) => value),
      label: { show: true, position: "right" as const, fontFamily: FONT, fontSize: 22, color: INK },
    })),
  };
}
