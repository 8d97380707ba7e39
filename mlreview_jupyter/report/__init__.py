"""`Review` → what somebody sees or a machine reads; one function a format. No view decides anything."""
