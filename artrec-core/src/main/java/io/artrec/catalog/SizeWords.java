package io.artrec.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of museums' sizes, in several languages: which side a length is, which part of a work
 * was measured, and units that are no length.
 */
final class SizeWords {
  /** A direction in which a work is measured. */
  enum Axis {
    HEIGHT,
    WIDTH,
    DEPTH,
    /** The longest side of a work that has neither top nor bottom: a sword, a carpet. */
    LENGTH,
    DIAMETER
  }

  /** What was measured, from what is never the work's size to what is most surely so. */
  enum Part {
    /** A frame, mount or plinth. */
    FRAME,
    /** One of several pieces, or the work with something added to it. */
    PIECE,
    SHEET,
    /** Nothing was said. */
    PLAIN,
    /** The work itself, by name. */
    WORK
  }

  private static final Map<String, Axis> AXES = new HashMap<>();
  private static final Map<String, Part> PARTS = new HashMap<>();

  /** Words after which a frame is one that was left out of the measure. */
  private static final Set<String> WITHOUT =
      Set.of(
          "without",
          "excluding",
          "excl",
          "ohne",
          "sans",
          "senza",
          "sin",
          "zonder",
          "uden",
          "utan",
          "not",
          "no",
          "不含",
          "不带",
          "不連",
          "不连");

  /** Units and counted things that are no length. */
  private static final Set<String> NO_LENGTH =
      Set.of(
          "px", "pixel", "pixels", "dpi", "kg", "g", "gr", "gram", "grams", "lb", "lbs", "pound",
          "pounds", "oz", "ounce", "ounces", "ct", "carat", "carats", "min", "mins", "minute",
          "minutes", "sec", "seconds", "hr", "hrs", "hours", "fps", "mb", "gb", "sq", "square",
          "cu", "cubic", "panels", "parts", "pieces", "sheets", "pages", "prints", "works", "stück",
          "teile", "千克", "公斤", "克", "件", "页", "頁", "寸", "尺", "丈");

  private static final Set<String> TIMES = Set.of("x", "by", "por", "sur", "mal", "х");

  static {
    axis(Axis.HEIGHT, "h ht hgt height heights high tall höhe hoehe hoch hauteur haut altezza alt");
    axis(Axis.HEIGHT, "alto altura hoogte hoog højde höjd høyde высота 纵 縱 縦 高 高さ 通高");
    axis(Axis.WIDTH, "w wd width widths wide breadth broad b br breite breit largeur larg large");
    axis(Axis.WIDTH, "larghezza largh ancho anchura largura breedte breed bredde bredd ширина");
    axis(Axis.WIDTH, "横 橫 宽 寬 幅 阔 闊");
    axis(
        Axis.DEPTH,
        "d dp depth deep th thickness thick t tiefe tief profondeur pr prof p dicke dick");
    axis(Axis.DEPTH, "épaisseur epaisseur ep ép profondità profondita spessore profundidad fondo");
    axis(Axis.DEPTH, "profundidade grueso grosor diepte diep dikte dybde djup глубина 深 厚 奥行");
    axis(Axis.LENGTH, "l lg length long länge laenge lang longueur lunghezza lungh largo longitud");
    axis(Axis.LENGTH, "comprimento lengte længde längd длина 长 長 長さ 全长 全長");
    axis(
        Axis.DIAMETER,
        "diam dia diameter diameters across durchmesser dm diamètre diametre diametro");
    axis(Axis.DIAMETER, "diámetro doorsnede doorsnee ø диаметр 直径 直徑 口径 口徑 径 徑");
    axis(Axis.DIAMETER, "底径 底徑 足径 足徑 腹径 腹徑");
    part(
        Part.FRAME, "frame frames framed mount mounts mounted mounting plinth base mat matte case");
    part(
        Part.FRAME, "margin margins pedestal stand vitrine crate backing fd rahmen gerahmt sockel");
    part(Part.FRAME, "passepartout cadre encadré encadrement socle cornice marco enmarcado lijst");
    part(Part.FRAME, "sokkel shipping packed outer 装裱 裝裱 框 外框 底座 底径 底徑 足径 足徑 腹径 腹徑");
    part(
        Part.PIECE, "each every with including incl je jede jeweils chaque cada ciascuno elk left");
    part(
        Part.PIECE,
        "right center centre central upper lower top bottom component part detail repeat");
    part(Part.PIECE, "mit avec con met 每 各 连 連");
    part(Part.SHEET, "sheet blatt feuille foglio hoja papel paper blad page leaf folio book");
    part(Part.WORK, "support supports image canvas object overall painting unframed picture work");
    part(
        Part.WORK,
        "stretcher composition bild bildmaß bildträger objekt gesamt tableau toile œuvre");
    part(Part.WORK, "oeuvre opera cuadro obra ungerahmt ongelijst 画心 畫心 本幅");
  }

  private SizeWords() {}

  private static void axis(Axis axis, String words) {
    for (String word : words.split(" ", -1)) {
      AXES.put(word, axis);
    }
  }

  private static void part(Part part, String words) {
    for (String word : words.split(" ", -1)) {
      PARTS.put(word, part);
    }
  }

  static Optional<Axis> axis(String word) {
    return Optional.ofNullable(AXES.get(word));
  }

  static Optional<Part> part(String word) {
    return Optional.ofNullable(PARTS.get(word));
  }

  static boolean isWithout(String word) {
    return WITHOUT.contains(word);
  }

  static boolean isNoLength(String word) {
    return NO_LENGTH.contains(word);
  }

  static boolean isTimes(String word) {
    return TIMES.contains(word);
  }

  /**
   * Whether a word means anything here, so that a run of letters may be cut before or behind it.
   */
  static boolean isKnown(String word) {
    return AXES.containsKey(word)
        || PARTS.containsKey(word)
        || WITHOUT.contains(word)
        || NO_LENGTH.contains(word)
        || SizeUnit.of(word).isPresent();
  }
}
