package io.artrec.recipe;

/** A part of a recommender with the code that makes an equal one. */
record Ingredient<T>(T value, String code) {
  /** What a user gave, of which no code is known. */
  static <T> Ingredient<T> own(T value, String kind, String name) {
    return new Ingredient<>(value, "/* your " + kind + " " + name.replace("*/", "* /") + " */");
  }
}
