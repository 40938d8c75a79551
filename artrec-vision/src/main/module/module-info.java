/** Turns an image into features: colour, texture, shape, and what trained networks see. */
module io.artrec.vision {
  requires transitive io.artrec.core;
  requires ejml.core;
  requires ejml.ddense;
  requires transitive java.desktop;

  exports io.artrec.vision;
  exports io.artrec.vision.color;
  exports io.artrec.vision.composition;
  exports io.artrec.vision.embedding;
  exports io.artrec.vision.image;
  exports io.artrec.vision.reproduction;
  exports io.artrec.vision.room;
  exports io.artrec.vision.shape;
  exports io.artrec.vision.texture;
}
