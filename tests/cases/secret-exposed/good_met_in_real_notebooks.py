# %%
image = "![](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJpwd+QjP1/G22UBMtnRNr2w/ffz31YibfTgHuXJFBfrnz5ePedd=)"
signed = (
    "https://storage.googleapis.com/papers/a.pdf?X-Goog-Algorithm=GOOG4-RSA-SHA256"
    "&X-Goog-Credential=ke-prod-1%40papers-prod.iam.gserviceaccount.com%2F20250220%2Fauto%2Fstorage%2Fgoog4_request&X-Goog-Expires=3600"
)
sent_on = "https://release-assets.githubusercontent.com/1/a?sp=r&se=2025-01-01&sig=Vb0Qz51mFAKE8f3kFAKE92lsFAKE7d6cQzt4xWn1kLs%3D&jwt=x"
store = {}
store.pop("memories", None) if store else dict(namespace=("testing", "Test"), key="3de441ba-8c79-4beb-8f52-00e4dcba68d4")
assembly = 'version="8.0.50608.0" processorArchitecture="x86" publicKeyToken="1fc8b3b9a1e18e3b"'
types = {"AWS::AppSync::ApiKey": "48205d4ffd7feba3", "private_key": "ed25519.Ed25519PrivateKey"}
help = "guessed the container type (pass `asn1Spec` to guide the decoder)"
map_token = "pk.eyJ1IjoiZmFrZS1tYXAtMTIiLCJhIjoiY2pvOWNlajl4ZjBtbTMzIn0.VRTb28kY6k_5WObVO6-QZg"
notebook_password = "sha1:237ca8abda58:9aef98cbcbae988caab4b9f86084ff22a1b2b373"
packed = [
    "EAAADAAAAHRhc2syNzUub25ueNVX3W7bNhTWry2fOIvDbkMhDFmqLuiquQOyOmsaBFuWoAMmbBjQ",
    "kJ8tC0pAssPwd",
    "+xekrywgjkEQmQbRA1nCI3MQblhhelU8U6NIPLhQEE/DH1QlJI4xGdu4w/LjdG6YXVjgi1F8/Mwm",
]
