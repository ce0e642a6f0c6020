"use strict";
// Draws what the page's JSON block holds. Everything that it shows stands in the page's tables too.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const DAY = 86400000;
  const drawn = new Map();
  let printing = false;

  const whole = (n) => Math.round(n).toLocaleString("en");
  const date = (ms) => new Date(ms).toISOString().slice(0, 10);
  const followers = (n) => (n > 0 ? whole(n) + " " + words.followers : words.few);
  const narrow = (element) => element.clientWidth < 560;
  const account = (element) => data.accounts.find((one) => one.id === element.dataset.account);

  // An option's text is drawn on a canvas, never parsed as HTML.
  function theme() {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue("--" + name).trim();
    return {
      ink: get("ink"), soft: get("soft"), line: get("line"), hair: get("hair"), paper: get("paper"),
      raised: get("raised"), lot: get("lot"), gain: get("gain"), loss: get("loss"), few: get("few"), accent: get("accent"),
      ramp: [0, 1, 2, 3, 4].map((i) => get("ramp-" + i)),
      font: getComputedStyle(document.body).fontFamily,
    };
  }

  function base(colors) {
    return {
      animation: false,
      textStyle: { fontFamily: colors.font, color: colors.soft },
      aria: { enabled: false },
      tooltip: {
        renderMode: "richText", confine: true, backgroundColor: colors.raised, borderColor: colors.line,
        borderWidth: 1, padding: [8, 10], textStyle: { color: colors.ink, fontSize: 12, fontFamily: colors.font },
      },
    };
  }

  function axis(colors, more) {
    return Object.assign({
      nameLocation: "middle",
      nameTextStyle: { color: colors.soft, fontSize: 12 },
      axisLine: { show: true, lineStyle: { color: colors.line } },
      axisTick: { lineStyle: { color: colors.line } },
      axisLabel: { color: colors.soft, fontSize: 11, hideOverlap: true },
      splitLine: { show: false },
    }, more);
  }

  function fingerprint(element, colors) {
    const one = account(element);
    const cells = [];
    let most = data.minGroup;
    for (let i = 0; i < one.cells.length; i += 3) {
      const count = one.cells[i + 2];
      const day = (one.firstDay + one.cells[i + 1] * one.dayStep) * DAY;
      cells.push([one.cells[i] * one.positionStep, day, count, Math.log10(Math.max(count, data.minGroup - 1, 1))]);
      most = Math.max(most, count);
    }
    const right = one.columns * one.positionStep;
    const top = (one.firstDay + one.rows * one.dayStep) * DAY;
    const least = Math.log10(Math.max(data.minGroup - 1, 1));

    function cell(params, api) {
      const from = api.coord([api.value(0), api.value(1)]);
      const to = api.coord([api.value(0) + one.positionStep, api.value(1) + one.dayStep * DAY]);
      const x = Math.round(from[0]);
      const y = Math.round(to[1]);
      const shape = { x: x, y: y, width: Math.max(1, Math.round(to[0]) - x), height: Math.max(1, Math.round(from[1]) - y) };
      return { type: "rect", shape: shape, style: { fill: api.visual("color") } };
    }

    function lot(params, api) {
      const from = api.coord([api.value(0), api.value(2)]);
      const to = api.coord([api.value(1), api.value(3)]);
      const pad = 4;
      const box = { x: from[0] - pad, y: to[1] - pad, width: to[0] - from[0] + 2 * pad, height: from[1] - to[1] + 2 * pad };
      const above = box.y > 30;
      return {
        type: "group",
        children: [
          { type: "rect", shape: box, style: { fill: "rgba(0,0,0,0)", stroke: colors.lot, lineWidth: 1.75 } },
          {
            type: "text",
            style: {
              x: box.x, y: above ? box.y - 4 : box.y + box.height + 4, text: words.lot + " " + api.value(4),
              textVerticalAlign: above ? "bottom" : "top", fill: colors.lot, font: "600 12px " + colors.font,
              stroke: colors.paper, lineWidth: 3,
            },
          },
        ],
      };
    }

    return Object.assign(base(colors), {
      grid: { left: 62, right: 18, top: 14, bottom: 92 },
      xAxis: axis(colors, {
        type: "value", min: 0, max: right, name: words.position, nameGap: 30,
        axisLabel: { color: colors.soft, fontSize: 11, hideOverlap: true, showMaxLabel: false, formatter: whole },
      }),
      yAxis: axis(colors, {
        type: "time", min: one.firstDay * DAY, max: top, name: words.created, nameGap: 46,
        axisLabel: { color: colors.soft, fontSize: 11, hideOverlap: true, formatter: "{yyyy}" },
      }),
      useUTC: true,
      visualMap: {
        type: "continuous", dimension: 3, seriesIndex: 0, min: least, max: Math.max(Math.log10(most), least + 0.3),
        calculable: false, orient: "horizontal", left: narrow(element) ? 0 : 62, bottom: 4, itemWidth: 10,
        itemHeight: narrow(element) ? 70 : 180,
        inRange: { color: colors.ramp }, textStyle: { color: colors.soft, fontSize: 11 },
        text: [followers(most), data.minGroup > 1 ? words.few : followers(1)], textGap: 10,
      },
      series: [
        {
          type: "custom", renderItem: cell, data: cells, dimensions: ["position", "created", "followers", "log"],
          encode: { x: 0, y: 1 }, progressive: 0, clip: true,
          tooltip: {
            formatter: function (at) {
              const end = at.value[0] + one.positionStep - 1;
              return whole(at.value[0]) + "–" + whole(end) + "\n" + words.created + " " + date(at.value[1]) + " – "
                + date(at.value[1] + (one.dayStep - 1) * DAY) + "\n" + followers(at.value[2]);
            },
          },
        },
        {
          type: "custom", renderItem: lot, encode: { x: [0, 1], y: [2, 3] }, z: 5, clip: false,
          data: one.lots.map((it) => [it[1], it[2] + 1, it[3] * DAY, (it[4] + 1) * DAY, it[0], it[5]]),
          tooltip: {
            formatter: (at) => words.lot + " " + at.value[4] + ": " + at.value[5] + " " + words.followers + "\n"
              + words.created + " " + date(at.value[2]) + " – " + date(at.value[3] - DAY),
          },
        },
      ],
    });
  }

  function churn(element, colors) {
    const pairs = account(element).churn;
    const height = (n) => (n < 0 ? data.minGroup : n);
    const rows = pairs.map((it) => [it[0], it[1], height(it[2]), -height(it[3]), it[2], it[3]]);
    const days = (it) => Math.round((it[1] - it[0]) / DAY);

    function span(params, api) {
      const zero = api.coord([api.value(0), 0]);
      const up = api.coord([api.value(1), api.value(2)]);
      const down = api.coord([api.value(1), api.value(3)]);
      const left = zero[0] + 1;
      const width = Math.max(2, up[0] - zero[0] - 2);
      const part = (y, h, color, few) => ({
        type: "rect", shape: { x: left, y: y, width: width, height: Math.max(h, 1) },
        style: { fill: few ? colors.few : color, opacity: 0.4 },
      });
      const edge = (y, color, few) => ({
        type: "rect", shape: { x: left, y: y - 1, width: width, height: 2 }, style: { fill: few ? colors.few : color },
      });
      const label = width > 64 ? [{
        type: "text",
        style: {
          x: left + width / 2, y: Math.min(up[1], zero[1]) - 5, text: Math.round((api.value(1) - api.value(0)) / DAY) + " " + words.days,
          textAlign: "center", textVerticalAlign: "bottom", fill: colors.soft, font: "11px " + colors.font,
        },
      }] : [];
      return {
        type: "group",
        children: [
          part(up[1], zero[1] - up[1], colors.gain, api.value(4) < 0),
          part(zero[1], down[1] - zero[1], colors.loss, api.value(5) < 0),
          edge(up[1], colors.gain, api.value(4) < 0),
          edge(down[1], colors.loss, api.value(5) < 0),
        ].concat(label),
      };
    }

    return Object.assign(base(colors), {
      useUTC: true,
      grid: { left: 62, right: 18, top: 34, bottom: 30 },
      xAxis: axis(colors, {
        type: "time", min: pairs[0][0], max: pairs[pairs.length - 1][1], axisLine: { show: false },
        axisLabel: { color: colors.soft, fontSize: 11, hideOverlap: true, formatter: date },
      }),
      yAxis: axis(colors, {
        type: "value", name: words.lost + "   ·   " + words.gained, nameGap: 46, boundaryGap: ["8%", "12%"],
        splitLine: { show: true, lineStyle: { color: colors.hair } },
        axisLabel: { color: colors.soft, fontSize: 11, hideOverlap: true, formatter: (n) => whole(Math.abs(n)) },
      }),
      series: [{
        type: "custom", renderItem: span, data: rows, encode: { x: [0, 1], y: [2, 3] }, clip: false,
        markLine: {
          silent: true, symbol: "none", label: { show: false }, data: [{ yAxis: 0 }],
          lineStyle: { color: colors.ink, width: 1, type: "solid" },
        },
        tooltip: {
          formatter: (at) => date(at.value[0]) + " – " + date(at.value[1]) + ", " + days(at.value) + " " + words.days + "\n"
            + words.gained + ": " + followers(at.value[4] || 0).replace(words.few, at.value[4] === 0 ? "0" : words.few) + "\n"
            + words.lost + ": " + followers(at.value[5] || 0).replace(words.few, at.value[5] === 0 ? "0" : words.few),
        },
      }],
    });
  }

  // A line for each cohort of followers: the share that is still there, by the middle of the age that it can have.
  function retention(element, colors) {
    const cohorts = new Map();
    account(element).retention.forEach(function (it) {
      cohorts.set(it[0], (cohorts.get(it[0]) || [[0, 1]]).concat([[(it[1] + it[2]) / 2, it[3], it[1], it[2]]]));
    });
    const percent = (n) => (n * 100).toLocaleString("en", { maximumFractionDigits: 1 }) + " %";
    return Object.assign(base(colors), {
      grid: { left: 74, right: 18, top: 20, bottom: 46 },
      xAxis: axis(colors, { type: "value", min: 0, name: words.age, nameGap: 28 }),
      yAxis: axis(colors, {
        type: "value", max: 1, scale: true, name: words.kept, nameGap: 58,
        splitLine: { show: true, lineStyle: { color: colors.hair } },
        axisLabel: { color: colors.soft, fontSize: 11, hideOverlap: true, formatter: percent },
      }),
      series: Array.from(cohorts).map(([came, points]) => ({
        type: "line", data: points, encode: { x: 0, y: 1 }, symbol: "circle", symbolSize: 7,
        lineStyle: { color: colors.accent, width: 1.5, opacity: 0.7 }, itemStyle: { color: colors.accent },
        tooltip: {
          formatter: (at) => words.came + " " + date(came) + "\n" + percent(at.value[1]) + " " + words.kept
            + (at.value.length > 2 ? "\n" + whole(at.value[2]) + "–" + whole(at.value[3]) + " " + words.days : ""),
        },
      })),
    });
  }

  function quarters(element, colors) {
    const most = data.quarters.reduce((n, it) => Math.max(n, it[2]), 1);
    const names = ["1", "2", "3", "4"];
    const shown = (n) => (n < 0 ? "< " + data.minGroup : whole(n));
    const label = { color: colors.soft, fontSize: 12 };
    return Object.assign(base(colors), {
      grid: { left: 62, right: 18, top: 20, bottom: 46 },
      xAxis: axis(colors, { type: "category", data: names, inverse: true, name: words.quarter_by_count, nameGap: 28, axisLabel: label }),
      yAxis: axis(colors, { type: "category", data: names, inverse: true, name: words.quarter_by_attention, nameGap: 30, axisLabel: label }),
      visualMap: { show: false, min: 0, max: most, dimension: 2, inRange: { color: colors.ramp.slice(0, 3) } },
      series: [{
        type: "heatmap", data: data.quarters.map((it) => [it[1], it[0], it[2]]),
        itemStyle: { borderColor: colors.paper, borderWidth: 2 },
        label: {
          show: true, color: colors.ink, fontSize: 12, textBorderColor: colors.paper, textBorderWidth: 3,
          formatter: (at) => shown(at.value[2]),
        },
        tooltip: { formatter: (at) => shown(at.value[2]) + " " + words.accounts },
      }],
    });
  }

  function ranks(element, colors) {
    const most = data.ranks.reduce((n, it) => Math.max(n, it[0], it[1]), 2);
    const scale = { type: "log", inverse: true, min: 1, max: most, minorTick: { show: false } };
    const label = { color: colors.soft, fontSize: 11, hideOverlap: true, formatter: whole };
    const named = data.ranks.filter((it) => it[2]);
    const tooltip = {
      formatter: (at) => (at.value[2] ? at.value[2] + "\n" : "") + words.by_followers + ": " + whole(at.value[0]) + "\n"
        + words.by_attention + ": " + whole(at.value[1]),
    };
    return Object.assign(base(colors), {
      grid: { left: 62, right: narrow(element) ? 20 : 170, top: 20, bottom: 50 },
      xAxis: axis(colors, Object.assign({ name: words.by_followers, nameGap: 30, axisLabel: label }, scale)),
      yAxis: axis(colors, Object.assign({ name: words.by_attention, nameGap: 46, axisLabel: label }, scale)),
      series: [
        {
          type: "scatter", symbolSize: 6, data: data.ranks.filter((it) => !it[2]), tooltip: tooltip,
          itemStyle: { color: colors.few, opacity: 0.55 },
          markLine: {
            silent: true, symbol: "none", label: { show: false }, lineStyle: { color: colors.line, type: "solid", width: 1 },
            data: [[{ coord: [1, 1] }, { coord: [most, most] }]],
          },
        },
        {
          type: "scatter", symbolSize: 11, data: named, tooltip: tooltip, z: 4,
          itemStyle: { color: colors.accent, borderColor: colors.paper, borderWidth: 1.5 },
          label: {
            show: true, position: narrow(element) ? "left" : "right", color: colors.ink, fontSize: narrow(element) ? 10 : 12, width: 160, overflow: "truncate",
            formatter: (at) => at.value[2],
          },
          labelLayout: { hideOverlap: true, moveOverlap: "shiftY" },
        },
      ],
    });
  }

  function growth(element, colors) {
    const points = account(element).growth;
    const line = points.filter((it) => it[1] !== "profile");
    const shown = line.length > 1 ? line : points;
    return Object.assign(base(colors), {
      useUTC: true,
      grid: { left: 62, right: 18, top: 20, bottom: 30 },
      xAxis: axis(colors, {
        type: "time", axisLabel: { color: colors.soft, fontSize: 11, hideOverlap: true, formatter: date },
      }),
      yAxis: axis(colors, {
        type: "value", scale: true, name: words.followers, nameGap: 46,
        splitLine: { show: true, lineStyle: { color: colors.hair } },
        axisLabel: { color: colors.soft, fontSize: 11, hideOverlap: true, formatter: whole },
      }),
      series: [{
        markArea: {
          silent: true, itemStyle: { color: colors.loss, opacity: 0.15 },
          label: { color: colors.soft, fontSize: 11, position: "insideTop" },
          data: (shown.length ? data.purges || [] : []).filter((it) => it[1] > shown[0][0] && it[0] < shown[shown.length - 1][0])
            .map((it) => [{ xAxis: it[0], name: words.purge }, { xAxis: it[1] }]),
        },
        type: "line", data: shown.map((it) => [it[0], it[2], it[1]]), encode: { x: 0, y: 1 }, showAllSymbol: shown.length < 60,
        symbol: "circle", symbolSize: shown.length < 60 ? 8 : 0, lineStyle: { color: colors.accent, width: 2 },
        itemStyle: { color: (at) => (at.value[2] === "list" ? colors.accent : colors.paper), borderColor: colors.accent, borderWidth: 1.5 },
        tooltip: { formatter: (at) => date(at.value[0]) + "\n" + followers(at.value[1]) + ", " + words[at.value[2]] },
      }],
    });
  }

  const charts = { fingerprint: fingerprint, churn: churn, growth: growth, retention: retention, quarters: quarters, ranks: ranks };

  function draw(element) {
    const chart = drawn.get(element) || echarts.init(element, null, { renderer: "canvas", devicePixelRatio: printing ? 3 : undefined });
    drawn.set(element, chart);
    chart.setOption(charts[element.dataset.chart](element, theme()), true);
    chart.resize();
  }

  const all = Array.from(document.querySelectorAll("[data-chart]"));
  // The first plots are drawn at once, between events; of a hundred accounts, the others when they come near the window.
  const AT_ONCE = 24;
  const queue = all.slice(0, AT_ONCE);
  setTimeout(function next() {
    if (queue.length > 0) {
      draw(queue.shift());
      setTimeout(next);
    }
  });
  const near = new IntersectionObserver(function (entries) {
    entries.filter((entry) => entry.isIntersecting).forEach(function (entry) {
      near.unobserve(entry.target);
      draw(entry.target);
    });
  }, { rootMargin: "600px" });
  all.slice(AT_ONCE).forEach((element) => near.observe(element));

  const redraw = () => Array.from(drawn.keys()).forEach(draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  matchMedia("print").addEventListener("change", redraw);
  addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
  addEventListener("beforeprint", function () {
    printing = true;
    all.forEach(draw);
  });
  addEventListener("afterprint", function () {
    printing = false;
    redraw();
  });
})();
