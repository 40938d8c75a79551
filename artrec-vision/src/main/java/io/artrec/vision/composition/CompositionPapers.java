package io.artrec.vision.composition;

/** Where the properties of composition come from. */
final class CompositionPapers {
  static final String DATTA =
      "Datta, Joshi, Li, Wang: Studying Aesthetics in Photographic Images, ECCV 2006";
  static final String PELI =
      "Peli: Contrast in Complex Images, J. Optical Society of America A 1990";
  static final String SHANNON =
      "Shannon: A Mathematical Theory of Communication, Bell System Technical Journal " + "1948";
  static final String GELLER =
      "Geller, Bartho, Thoemmes, Redies: Statistical Image Properties Predict Aesthetic "
          + "Ratings in Abstract Paintings, Frontiers in Neuroscience 2022";
  static final String MALLON =
      "Mallon, Redies, Hayn-Leichsenring: Beauty in Abstract Paintings, Frontiers in "
          + "Human Neuroscience 2014";
  static final String BRAUN =
      "Braun, Amirshahi, Denzler, Redies: Statistical Image Properties of Print "
          + "Advertisements, Visual Artworks and Images of Architecture, Frontiers in "
          + "Psychology 2013";
  static final String WILSON =
      "Wilson, Chatterjee: The Assessment of Preference for Balance, Empirical Studies "
          + "of the Arts 2005";
  static final String MCMANUS =
      "McManus, Stöver, Kim: Arnheim's Gestalt Theory of Visual Balance, i-Perception " + "2011";
  static final String HUEBNER =
      "Hübner, Fillinger: Comparison of Objective Measures for Predicting Perceptual "
          + "Balance and Visual Aesthetic Preference, Frontiers in Psychology 2016";
  static final String VIENGKHAM =
      "Viengkham, Spehar: Preference for Fractal-Scaling Properties Across Synthetic "
          + "Noise Images and Artworks, Frontiers in Psychology 2018";
  static final String MATHER_HISTORY =
      "Mather: Visual Image Statistics in the History of Western Art, Art and Perception " + "2018";
  static final String REDIES_SPECTRUM =
      "Redies, Hasenstein, Denzler: Fractal-like Image Statistics in Visual Art, Spatial "
          + "Vision 2007";
  static final String SPEHAR =
      "Spehar, Taylor: Fractals in Art and Nature: Why Do We Like Them?, SPIE Human "
          + "Vision and Electronic Imaging 2013";
  static final String MATHER_SLOPE =
      "Mather: Artistic Adjustment of Image Spectral Slope, Art and Perception 2014";
  static final String REDIES_EDGES =
      "Redies, Brachmann, Wagemans: High Entropy of Edge Orientations Characterizes "
          + "Visual Artworks from Diverse Cultural Backgrounds, Vision Research 2017";

  private CompositionPapers() {}
}
