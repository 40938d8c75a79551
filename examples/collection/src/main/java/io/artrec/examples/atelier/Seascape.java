package io.artrec.examples.atelier;

import java.util.ArrayList;
import java.util.List;

/** The sea to the horizon, in weather. */
final class Seascape {
  private static final List<Said> CALM =
      List.of(
          new Said("Slack Tide", "平潮时"),
          new Said("Horizon, Windless", "无风的地平线"),
          new Said("Glass Sea", "如镜之海"),
          new Said("The Long Evening", "长长的傍晚"),
          new Said("Far Sails", "远帆"),
          new Said("Low Water", "退潮"));
  private static final List<Said> STORM =
      List.of(
          new Said("Squall Coming In", "风雨将至"),
          new Said("Heavy Weather", "恶劣天气"),
          new Said("Gale Warning", "大风警报"),
          new Said("The Ninth Hour of the Storm", "风暴的第九小时"),
          new Said("Breakers", "碎浪"),
          new Said("Spray", "浪花"));

  private final Colors colors;
  private final boolean storm;
  private final boolean sun;
  private final int sails;

  private Seascape(Chance chance, Colors colors) {
    this.colors = colors;
    storm = chance.odds(0.45);
    sun = !storm && chance.odds(0.75);
    sails = chance.odds(0.5) ? chance.from(1, storm ? 1 : 4) : 0;
  }

  static Study plan(Chance chance, Colors colors) {
    Seascape sea = new Seascape(chance, colors);
    List<String> subjects = new ArrayList<>(List.of("sea", "horizon", "sky", "cloud"));
    if (sea.storm) {
      subjects.addAll(List.of("storm", "wave"));
    }
    if (sea.sun) {
      subjects.add("sun");
    }
    if (sea.sails > 0) {
      subjects.add("boat");
    }
    Format format =
        chance.pick(List.of(Format.WIDE, Format.LANDSCAPE, Format.PANORAMA, Format.SQUARE));
    return Study.titled(format, chance.pick(sea.storm ? STORM : CALM))
        .described(
            (sea.storm
                    ? "Clouds drive over a sea that breaks in white lines"
                    : "A quiet sea lies open to the horizon")
                + (sea.sun ? ", and a low sun burns a path across it" : "")
                + (sea.sails == 0
                    ? "."
                    : sea.sails == 1
                        ? ". One sail stands against it."
                        : ". A few sails stand far out.")
                + " Air and water are dragged into each other with a dry brush.",
            (sea.storm ? "乌云掠过海面，浪头碎成白线" : "平静的海一直铺到地平线")
                + (sea.sun ? "，低低的太阳在水上烧出一条路" : "")
                + "。"
                + (sea.sails == 0 ? "" : sea.sails == 1 ? "一片帆立在其中。" : "几片帆远远地立着。")
                + "干笔把空气与水拖到了一起。")
        .showing(subjects)
        .painted(sea::paint);
  }

  private void paint(Surface surface, Chance chance) {
    double w = surface.width();
    double h = surface.height();
    double horizon = h * chance.between(0.38, 0.62);
    double sunX = w * (chance.odds(0.5) ? chance.between(0.2, 0.42) : chance.between(0.58, 0.8));
    double sunY = horizon - h * chance.between(0.05, 0.16);
    Noise cloud = new Noise(chance.next());
    Noise swell = new Noise(chance.next());
    surface.fill(
        (x, y) ->
            y < horizon
                ? sky(cloud, x, y / horizon, x - sunX, y - sunY)
                : sea(swell, x, (y - horizon) / (h - horizon), x - sunX));
    sweep(surface, chance, horizon, cloud, sunX, sunY);
    if (sun) {
      surface.spot(sunX, sunY, 0.03, 0.3, colors.light().mix(Pigment.WHITE, 0.25), 0.95);
    }
    waves(surface, chance, horizon, swell, sunX);
    for (int i = 0; i < sails; i++) {
      sail(
          surface,
          chance,
          w * (0.12 + 0.76 * (i + chance.unit()) / sails),
          horizon,
          chance.between(0.035, sails == 1 ? 0.1 : 0.06));
    }
    new Finish(surface, chance).light(0.25).canvas(0.07).vignette(0.14);
  }

  private Pigment sky(Noise cloud, double x, double down, double dx, double dy) {
    Pigment high = storm ? colors.main().mix(colors.dark(), 0.45) : colors.main();
    Pigment low =
        storm
            ? colors.second().mix(colors.light(), 0.25)
            : colors.light().mix(colors.second(), 0.25);
    Pigment air = high.mix(low, down * down);
    double bank = cloud.cloud(x * 1.7 + 2 * down, down * 4.2, 6);
    Pigment shade = storm ? colors.dark() : colors.third().mix(colors.light(), 0.45);
    Pigment clouded = air.mix(shade, 0.75 * Field.ramp(0.46, 0.7, bank));
    double edge = cloud.cloud(x * 1.7 + 2 * down + 0.05, down * 4.2 + 0.22, 6);
    Pigment rimmed = clouded.mix(colors.light(), 0.65 * Field.ramp(0.03, 0.14, bank - edge));
    if (!sun) {
      return rimmed;
    }
    double far = dx * dx * 2.2 + dy * dy * 5;
    return rimmed.mix(colors.accent().mix(colors.light(), 0.3), 0.85 / (1 + 26 * far));
  }

  private Pigment sea(Noise swell, double x, double near, double dx) {
    Pigment far = colors.main().mix(colors.second(), 0.4).mix(colors.light(), 0.12);
    Pigment close = colors.main().mix(colors.dark(), storm ? 0.6 : 0.42);
    double row = StrictMath.log(0.03 + near) * 9;
    double moved = swell.cloud(x * (1 + 5 / (0.3 + near * 3)), row, 4);
    Pigment water = far.mix(close, near).times(0.88 + 0.26 * moved);
    if (!sun) {
      return water;
    }
    double path = Field.ramp(0.05 + 0.2 * near, 0, Math.abs(dx + 0.05 * (moved - 0.5)));
    return water.mix(
        colors.accent().mix(colors.light(), 0.5), 0.75 * path * Field.ramp(0.42, 0.6, moved));
  }

  private void sweep(
      Surface surface, Chance chance, double horizon, Noise cloud, double sunX, double sunY) {
    Brush brush = new Brush(surface).streaks(0.1).bristles(14).body(0.12).opacity(0.45);
    for (int i = 0; i < 520; i++) {
      double x = surface.width() * chance.unit();
      double y = horizon * chance.unit();
      Pigment tone =
          sky(cloud, x, y / horizon, x - sunX, y - sunY)
              .changed(chance.around(0.02), 1.05, chance.around(6));
      double slope = storm ? -0.3 + chance.around(0.25) : chance.around(0.12);
      brush.width(chance.between(0.015, 0.05)).dryness(chance.between(0.3, 0.9));
      brush.dab(x, Math.min(y, horizon - 0.025), slope, chance.between(0.08, 0.22), tone, chance);
    }
  }

  private void waves(Surface surface, Chance chance, double horizon, Noise swell, double sunX) {
    double deep = surface.height() - horizon;
    Brush brush = new Brush(surface).streaks(0.14).taper(0.7).body(0.35);
    int count = storm ? 900 : 620;
    for (int i = 0; i < count; i++) {
      double near = StrictMath.pow(chance.unit(), 1.4);
      double x = surface.width() * chance.unit();
      double y = horizon + 0.004 + deep * near;
      double crest =
          swell.cloud(x * (1 + 5 / (0.3 + near * 3)), StrictMath.log(0.03 + near) * 9, 4);
      Pigment tone =
          sea(swell, x, near, x - sunX).changed(chance.around(0.03), 1.1, chance.around(8));
      boolean foam = storm && crest > 0.56;
      brush
          .width((0.003 + 0.016 * near) * chance.between(0.5, 1))
          .opacity(foam ? 0.85 : 0.6)
          .dryness(foam ? 0.75 : 0.35);
      double angle = storm ? chance.around(0.22) : chance.around(0.03);
      brush.dab(
          x, y, angle, 0.02 + 0.12 * near, foam ? colors.light().mix(tone, 0.15) : tone, chance);
    }
    for (int i = 0; sun && i < 150; i++) {
      double near = StrictMath.pow(chance.unit(), 1.3);
      brush.width(0.003 + 0.007 * near).opacity(0.8).dryness(0.4);
      brush.dab(
          sunX + chance.around(0.025 + 0.07 * near),
          horizon + 0.004 + deep * near,
          0,
          0.01 + 0.05 * near,
          colors.light().mix(colors.accent(), 0.3 * chance.unit()),
          chance);
    }
  }

  private void sail(Surface surface, Chance chance, double x, double horizon, double tall) {
    double foot = horizon + tall * 0.22;
    double lean = storm ? 0.25 : 0.06;
    Pigment cloth = chance.odds(0.6) ? colors.light() : colors.accent();
    surface.lay(
        Mask.of(
            Outline.polygon(
                x - 0.3 * tall,
                foot - 0.05 * tall,
                x + lean * tall,
                foot - tall,
                x + lean * tall * 0.2,
                foot - 0.05 * tall),
            surface),
        Shade.of(cloth),
        0.95,
        Blend.COVER);
    surface.lay(
        Mask.of(
            Outline.polygon(
                x + 0.04 * tall,
                foot - 0.07 * tall,
                x + lean * tall + 0.02 * tall,
                foot - 0.9 * tall,
                x + 0.34 * tall,
                foot - 0.07 * tall),
            surface),
        Shade.of(cloth.mix(colors.main(), 0.4)),
        0.95,
        Blend.COVER);
    surface.lay(
        Mask.of(
            Outline.polygon(
                x - 0.36 * tall,
                foot - 0.04 * tall,
                x + 0.4 * tall,
                foot - 0.04 * tall,
                x + 0.26 * tall,
                foot + 0.07 * tall,
                x - 0.25 * tall,
                foot + 0.07 * tall),
            surface),
        colors.dark());
    surface.spot(x, foot + 0.2 * tall, 0.12 * tall, 1, colors.dark(), 0.35);
  }
}
