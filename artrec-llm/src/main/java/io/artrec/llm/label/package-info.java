/**
 * Style, movement, subject and mood of a text, and of a work. {@link
 * io.artrec.llm.label.TextLabeler} is the extension point: {@link
 * io.artrec.llm.label.NearestLabels} votes by the nearest labelled examples, {@link
 * io.artrec.llm.label.DescribedLabels} compares with descriptions of the labels and needs no
 * examples. {@link io.artrec.llm.label.LabelFeature} makes features of them, for instance the moods
 * of a work. {@link io.artrec.llm.label.ArtworkLabeler} labels works by texts, features or a
 * language model ({@link io.artrec.llm.label.ChatLabels}).
 */
@NullMarked
package io.artrec.llm.label;

import org.jspecify.annotations.NullMarked;
