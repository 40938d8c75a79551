package io.artrec.vision.embedding;

/** How an image of any proportions comes to the side that a network takes. */
public enum Resizing {
  /**
   * The shorter side gets the wanted length, the longer one in proportion, rounded down; what a
   * center crop leaves outside is lost. As torchvision's {@code Resize} of one number and most
   * published networks.
   */
  SHORTER_SIDE,
  /** Both sides get the wanted length; proportions are lost. As SigLIP. */
  BOTH_SIDES,
  /**
   * The longer side gets the wanted length, the shorter one in proportion, rounded to the nearest
   * pixel; what is missing at both ends is filled with one color. Nothing is lost.
   */
  LETTERBOX
}
