"""Writes keras.txt: what real Keras' augmentation layers make of an image, by numbers that are set and not drawn.

    KERAS_BACKEND=jax python golden.py > keras.txt

Each line: the layer as links write it | what it drew | the pixels. The image is that of AugmentationTest.
"""
import keras
import numpy as np

L = keras.layers
image = (((np.arange(5 * 4 * 2) * 37 + 11) % 101) / 101).astype("float32").reshape(1, 5, 4, 2)
one = lambda x: np.full((1, 1, 1, 1), x, "float32")


def line(layer, drawn, pixels):
    print(layer, drawn, " ".join("%.7g" % x for x in np.asarray(pixels).ravel()), sep="|")


for mode in ["horizontal", "vertical", "horizontal_and_vertical"]:
    for flipped in [False, True]:
        out = L.RandomFlip(mode).transform_images(image, {"flips": one(flipped).astype(bool)}, training=True)
        line("RandomFlip(%s)" % mode, int(flipped), out)
for fill in ["reflect", "constant", "nearest", "wrap"]:
    for height, width in [(1.25, 1.25), (0.8, 1.3)]:
        layer = L.RandomZoom(0.2, 0.2, fill_mode=fill, fill_value=0.5)
        out = layer.transform_images(
            image,
            {"height_zoom": np.full((1, 1), height, "float32"), "width_zoom": np.full((1, 1), width, "float32"),
             "input_shape": image.shape},
            training=True)
        line("RandomZoom(0.2,0.2,fill_mode=%s,fill_value=0.5)" % fill, "%g %g" % (height, width), out)
for high in [1, 255]:
    for factor in [1.0, 1.7]:
        out = L.RandomContrast(0.2, value_range=(0, high)).transform_images(image, {"contrast_factor": one(factor)}, True)
        line("RandomContrast(0.2,(0,%d))" % high, factor, out)
    for delta in [-0.3, 0.4]:
        out = L.RandomBrightness(0.2, value_range=(0, high)).transform_images(image, {"rgb_delta": one(delta)}, True)
        line("RandomBrightness(0.2,(0,%d))" % high, delta, out)
for size in [3, 5]:
    for across, down in [(0.7, 0.7), (0.4, 1.0)]:
        out = L.RandomGaussianBlur(1.0, size, 1.0).transform_images(
            image, {"should_apply_blur": np.array([True]), "blur_factor": np.array([across, down], "float32")}, True)
        line("RandomGaussianBlur(1,%d)" % size, "%g %g" % (across, down), out)
for height, width in [(8, 8), (10, 9), (3, 2), (7, 4)]:
    high = max(1, min(5, int(4 * height / width)))
    wide = max(1, min(4, int(5 * width / height)))
    top, left = int((5 - high) / 2), int((4 - wide) / 2)
    middle = image[:, top : top + high, left : left + wide]
    line("RandomCrop(%d,%d)" % (height, width), "middle", keras.ops.image.resize(middle, (height, width)))
