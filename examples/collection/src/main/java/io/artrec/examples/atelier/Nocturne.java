package io.artrec.examples.atelier;

import java.util.ArrayList;
import java.util.List;

/** A city across the water, at night. */
final class Nocturne {
  private static final List<Said> NAMES =
      List.of(
          new Said("Harbor, Past Midnight", "午夜后的港口"),
          new Said("The Last Ferry", "末班渡轮"),
          new Said("Lamps across the Sound", "海峡对岸的灯"),
          new Said("Blue Hour, North Quay", "北码头的蓝色时刻"),
          new Said("Night Shift", "夜班"),
          new Said("Fog Signal", "雾号"),
          new Said("Windows Still Awake", "还醒着的窗"),
          new Said("Cold Bridge", "冷桥"),
          new Said("Slack Water", "平潮"),
          new Said("Low Cloud, City Glow", "低云与城光"),
          new Said("Customs House", "海关"),
          new Said("November Embankment", "十一月的堤岸"));

  private final Colors colors;
  private final boolean moon;
  private final boolean boat;
  private final boolean fog;

  private Nocturne(Chance chance, Colors colors) {
    this.colors = colors;
    moon = chance.odds(0.4);
    boat = chance.odds(0.5);
    fog = chance.odds(0.4);
  }

  static Study plan(Chance chance, Colors colors) {
    Nocturne night = new Nocturne(chance, colors);
    List<String> subjects = new ArrayList<>(List.of("night", "city", "water", "light"));
    if (night.moon) {
      subjects.add("moon");
    }
    if (night.boat) {
      subjects.add("boat");
    }
    if (night.fog) {
      subjects.add("fog");
    }
    Format format =
        chance.pick(List.of(Format.LANDSCAPE, Format.WIDE, Format.PORTRAIT, Format.PANORAMA));
    return Study.titled(format, chance.pick(NAMES))
        .described(
            "A city lies dark along the water"
                + (night.fog ? " in a drift of fog" : "")
                + (night.moon ? " under a low moon" : "")
                + "; its few lamps run down in long trembling reflections."
                + (night.boat ? " One boat carries a light of its own." : ""),
            "城市在水边暗着"
                + (night.fog ? "，笼着一层雾" : "")
                + (night.moon ? "，低低的月亮" : "")
                + "；寥寥灯火在水中拖出颤动的长影。"
                + (night.boat ? "一条小船带着自己的灯。" : ""))
        .showing(subjects)
        .painted(night::paint);
  }

  private void paint(Surface surface, Chance chance) {
    double w = surface.width();
    double h = surface.height();
    double shore = h * chance.between(0.46, 0.6);
    Noise mist = new Noise(chance.next());
    Pigment night = colors.main().mix(colors.dark(), 0.5);
    Pigment glow = colors.second().mix(colors.accent(), 0.18);
    surface.fill(
        (x, y) -> {
          double t = y < shore ? y / shore : 1 - 0.9 * (y - shore) / (h - shore);
          double cloud = mist.cloud(x * 1.8, y * 5, 5) - 0.5;
          return night
              .mix(glow, Pigment.clamp(0.75 * t * t + 0.35 * cloud * t))
              .times(0.95 + 0.25 * cloud);
        });
    List<double[]> lamps = new ArrayList<>();
    double moonX = w * (chance.odds(0.5) ? chance.between(0.15, 0.4) : chance.between(0.6, 0.85));
    if (moon) {
      moon(surface, moonX, shore * chance.between(0.25, 0.5), shore, lamps);
    }
    skyline(surface, chance, shore, 0.55, 0.75, lamps);
    skyline(surface, chance, shore, 1, 0.5, lamps);
    if (fog) {
      surface.veil(
          Shade.of(glow.mix(colors.light(), 0.15)),
          (x, y) ->
              0.75 * Field.ramp(0.16 * h, 0, Math.abs(y - shore)) * mist.cloud(x * 2 + 7, y * 8, 4),
          Blend.COVER);
    }
    lights(surface, chance, shore, lamps);
    ripples(surface, chance, shore, night);
    if (boat) {
      boat(
          surface,
          chance,
          w * chance.between(0.25, 0.75),
          shore + (h - shore) * chance.between(0.3, 0.6));
    }
    new Finish(surface, chance).light(0.2).canvas(0.06).vignette(0.3);
  }

  private void moon(Surface surface, double x, double y, double shore, List<double[]> lamps) {
    glow(surface, x, y, 0.25, colors.light().mix(colors.accent(), 0.3), 0.4);
    surface.spot(x, y, 0.034, 0.12, colors.light().mix(Pigment.WHITE, 0.2), 0.95);
    lamps.add(new double[] {x, shore, 2.2});
  }

  private static void glow(
      Surface surface, double x, double y, double reach, Pigment pigment, double strength) {
    surface.lay(
        Mask.of(Outline.ellipse(x, y, reach, reach), surface)
            .times(
                (px, py) -> {
                  double d = Math.sqrt((px - x) * (px - x) + (py - y) * (py - y)) / reach;
                  double t = Math.max(0, 1 - d);
                  return t * t;
                },
                surface),
        Shade.of(pigment),
        strength,
        Blend.GLOW);
  }

  private void skyline(
      Surface surface,
      Chance chance,
      double shore,
      double near,
      double tall,
      List<double[]> lamps) {
    Pigment tone = colors.dark().mix(colors.main(), near < 1 ? 0.55 : 0.12);
    double x = -0.05;
    while (x < surface.width()) {
      double wide = chance.between(0.025, 0.1);
      double high = 0.05 + 0.2 * tall * StrictMath.pow(chance.unit(), 1.8) * (0.5 + near * 0.7);
      double roof = chance.odds(0.3) ? chance.between(0.015, 0.04) : 0;
      double top = shore - high;
      surface.lay(
          Mask.of(
              Outline.polygon(
                  x,
                  shore + 0.004,
                  x,
                  top,
                  x + wide / 2,
                  top - roof,
                  x + wide,
                  top,
                  x + wide,
                  shore + 0.004),
              surface),
          Shade.uneven(tone, new Noise(chance.next()), 0.3),
          0.96,
          Blend.COVER);
      if (chance.odds(0.12)) {
        surface.lay(
            Mask.of(
                Outline.polygon(
                    x + wide / 2 - 0.006, top, x + wide / 2, top - 0.09, x + wide / 2 + 0.006, top),
                surface),
            tone);
      }
      for (double wy = top + 0.018; wy < shore - 0.012; wy += 0.021) {
        for (double wx = x + 0.008; wx < x + wide - 0.012; wx += 0.0165) {
          if (chance.odds(near < 1 ? 0.06 : 0.14)) {
            Pigment lit = chance.odds(0.8) ? colors.accent() : colors.light();
            surface.lay(
                Mask.of(Outline.rectangle(wx, wy, 0.0065, 0.009), surface),
                Shade.of(lit),
                chance.between(0.4, 0.95),
                Blend.COVER);
          }
        }
      }
      if (chance.odds(0.4)) {
        lamps.add(new double[] {x + wide / 2, shore - 0.006, chance.between(0.5, 1.2)});
      }
      x += wide + (chance.odds(0.2) ? chance.between(0, 0.06) : 0);
    }
  }

  private void lights(Surface surface, Chance chance, double shore, List<double[]> lamps) {
    Brush brush = new Brush(surface).streaks(0.2).bristles(3).taper(0.6);
    for (double[] lamp : lamps) {
      Pigment lit = chance.odds(0.75) ? colors.accent() : colors.light();
      if (lamp[2] < 2) {
        glow(surface, lamp[0], lamp[1], 0.07, lit, 0.5);
        surface.spot(lamp[0], lamp[1], 0.005, 0.5, colors.light(), 1);
      }
      double reach = (surface.height() - shore) * Math.min(0.95, 0.55 * lamp[2] + 0.15);
      int marks = (int) (26 * lamp[2]);
      for (int i = 0; i < marks; i++) {
        double t = (i + chance.unit()) / marks;
        double y = shore + 0.008 + reach * t;
        double half = (0.006 + 0.03 * t) * chance.between(0.4, 1.3);
        brush.width(0.0055 + 0.005 * t).opacity(0.75 * (1 - 0.85 * t)).body(0.3);
        brush.dab(
            lamp[0] + chance.around(0.005 + 0.012 * t),
            y,
            chance.around(0.05),
            2 * half,
            lit,
            chance);
      }
    }
  }

  private void ripples(Surface surface, Chance chance, double shore, Pigment night) {
    Brush brush = new Brush(surface).streaks(0.1).taper(0.8).body(0.4);
    for (int i = 0; i < 260; i++) {
      double t = chance.unit();
      double y = shore + 0.01 + (surface.height() - shore) * t;
      Pigment tone = chance.odds(0.6) ? night : colors.second().mix(night, 0.4);
      brush.width(0.003 + 0.008 * t).opacity(chance.between(0.12, 0.4));
      brush.dab(
          surface.width() * chance.unit(), y, chance.around(0.03), 0.04 + 0.14 * t, tone, chance);
    }
  }

  private void boat(Surface surface, Chance chance, double x, double y) {
    surface.lay(
        Mask.of(
            Outline.polygon(
                x - 0.06, y - 0.012, x + 0.065, y - 0.016, x + 0.045, y + 0.012, x - 0.045,
                y + 0.012),
            surface),
        colors.dark());
    Brush brush = new Brush(surface).width(0.004).body(0.2);
    brush.stroke(colors.dark(), chance, x, y, x + 0.002, y - 0.11);
    glow(surface, x + 0.002, y - 0.085, 0.06, colors.accent(), 0.7);
    surface.spot(x + 0.002, y - 0.085, 0.006, 0.4, colors.light(), 1);
    for (int i = 0; i < 9; i++) {
      brush.width(0.006).opacity(0.6 - 0.05 * i);
      brush.dab(
          x + chance.around(0.008),
          y + 0.02 + 0.012 * i,
          0,
          0.03 + 0.004 * i,
          colors.accent(),
          chance);
    }
  }
}
