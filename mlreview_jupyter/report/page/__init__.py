"""The parts of the HTML report: a review goes in, safe markup comes out."""
