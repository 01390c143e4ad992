"""Text → Doc: the built-in pipeline, and any other spaCy pipeline for English."""

import os

# Once imported, ONNX Runtime notes a number for the device and reports its use over the network: nothing here may do that.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
